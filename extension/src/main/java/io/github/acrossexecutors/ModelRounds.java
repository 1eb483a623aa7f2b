package io.github.acrossexecutors;

import io.github.acrossexecutors.execution.BodyThreads;
import io.github.acrossexecutors.execution.RoundResult;
import io.github.acrossexecutors.execution.TaskFailure;
import io.github.acrossexecutors.execution.WorkerNaming;
import io.github.acrossexecutors.execution.Workers;
import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.verdict.Capacity;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A body's rounds under one model: starts the workers, executes rounds and the hooks around them, stops the workers.
 *
 * <p><b>Threads:</b> for JUnit's thread alone.
 */
final class ModelRounds implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(1);

    private final Model model;
    private final Settings settings;
    private final RoundHooks hooks;
    private final Workers workers;
    private final BodyThreads bodyThreads = new BodyThreads();
    private final Meaning meaning;
    /** JUnit resolves parameters once, so the first task of the first round is made before that round. */
    private final BodyTask first;

    private boolean closed;

    private ModelRounds(ExtensionContext test, Model model, Settings settings, RoundHooks hooks, Workers workers) {
        this.model = model;
        this.settings = settings;
        this.hooks = hooks;
        this.workers = workers;
        this.meaning = Meaning.of(test, settings, workers, bodyThreads);
        this.first = newTask(0, 1, settings.warmups() > 0);
    }

    static ModelRounds start(ExtensionContext test, Model model, Settings given) {
        Method method = test.getRequiredTestMethod();
        Refusals.refuseSuspend(method);
        boolean injected = BodyParameters.isInjected(method);
        Settings settings = injected ? given.injectedInto(method) : given;
        RoundHooks hooks = RoundHooks.of(test.getRequiredTestInstances());
        ClassLoader contextClassLoader = Thread.currentThread().getContextClassLoader();
        boolean elsewhere = model.isElsewhere();
        Refusals.underModel(method, model.name(), elsewhere, model.is(ExecutionModel.PROCESS_POOL));
        int workersToStart =
                elsewhere && !injected ? Math.min(settings.tasks(), settings.workers()) : settings.workers();
        WorkerNaming naming = new WorkerNaming(model.name(), method.getName(), workersToStart, contextClassLoader);
        Workers workers = model.start(naming, WorkerPools.in(test, injected));
        return new ModelRounds(test, model, settings, hooks, workers);
    }

    String model() {
        return model.name();
    }

    Settings settings() {
        return settings;
    }

    Workers workers() {
        return workers;
    }

    Meaning meaning() {
        return meaning;
    }

    /** The first task of the first round, whose arguments JUnit resolves. */
    BodyTask first() {
        return first;
    }

    private BodyTask newTask(int index, int round, boolean warmup) {
        Optional<ExecutorService> executor = meaning.executor();
        return new BodyTask(index, round, warmup, model.name(), executor);
    }

    /** What tasks are executed on; empty if a provider does not say. */
    Optional<Capacity> capacity() {
        boolean fansOut = meaning instanceof Meaning.Injected;
        if (workers.workerPerTask()) {
            return Optional.of(new Capacity(Capacity.UNLIMITED, Capacity.UNLIMITED, fansOut));
        }
        if (workers.interleaves() && !fansOut) {
            return Optional.of(new Capacity(Capacity.UNLIMITED, 1, false));
        }
        OptionalInt count = workers.count();
        return count.isPresent()
                ? Optional.of(new Capacity(count.getAsInt(), count.getAsInt(), fansOut))
                : Optional.empty();
    }

    /** How many threads of ours watch what runs on the caller, or wait for answers, within one round: at most two. */
    int helperThreads() {
        if (meaning instanceof Meaning.Injected) {
            return 1;
        }
        return workers.workerPerTask() ? 0 : 2;
    }

    boolean hasHooks() {
        return !hooks.before().isEmpty() || !hooks.after().isEmpty();
    }

    /** Execute the body's tasks once; {@code throughJUnit} if the very first task is the one JUnit knows of. */
    RoundResult execute(int number, boolean warmup, BodyCalls calls, boolean throughJUnit) throws InterruptedException {
        List<BodyTask> tasks = IntStream.range(0, settings.tasks())
                .mapToObj(index -> throughJUnit && number == 1 && index == 0 ? first : newTask(index, number, warmup))
                .toList();
        return meaning.round(number, warmup, new RoundBody(calls, tasks, first));
    }

    /** Make ready for the first round; what failed on the way. */
    List<TaskFailure> open() throws InterruptedException {
        return meaning.open();
    }

    /** The processes beside this one that do the work, as far as they are on this machine. */
    Set<Long> processes() {
        return meaning.processes();
    }

    /** Whether all of the work is done on this machine, as far as is known once it is open. */
    boolean isOnThisMachine() {
        return meaning.isOnThisMachine();
    }

    /** End what {@link #open} began; what failed since the last round. */
    List<TaskFailure> end() throws InterruptedException {
        return meaning.end();
    }

    /** Call the hooks that belong before a round, up to the first that fails; those of other JVMs come last. */
    void callBefore(int round, List<TaskFailure> failures) throws InterruptedException {
        for (RoundHooks.Hook hook : hooks.before()) {
            if (failures.isEmpty()) {
                call(hook, round, Optional.empty(), failures);
            }
        }
        if (failures.isEmpty() && !hooks.before().isEmpty()) {
            failures.addAll(meaning.callHooksElsewhere(true, round));
        }
    }

    /** Call the hooks that belong after a round, all of them; it is empty if it never began. */
    void callAfter(int round, Optional<Round> ended, List<TaskFailure> failures) throws InterruptedException {
        if (!hooks.after().isEmpty()) {
            failures.addAll(meaning.callHooksElsewhere(false, round));
        }
        for (RoundHooks.Hook hook : hooks.after()) {
            call(hook, round, ended, failures);
        }
    }

    private void call(RoundHooks.Hook hook, int round, Optional<Round> ended, List<TaskFailure> failures)
            throws InterruptedException {
        try {
            meaning.lifecycle(index -> hook.call(ended));
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable t) {
            failures.add(new TaskFailure(
                    round, hook.toString(), Thread.currentThread().getName(), t));
        }
    }

    /** What killed threads that the body had started, since the last call. */
    List<TaskFailure> takeDeaths() {
        return DeadThreadError.failures(bodyThreads.takeDeaths());
    }

    /** Watch the body's own threads no more; the names of those that still live. */
    List<String> leftBehind() {
        List<String> names = new ArrayList<>(bodyThreads.close(workers::owns));
        names.addAll(meaning.leftBehindElsewhere());
        return names;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        meaning.close();
        try {
            workers.stop(STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
