package io.github.acrossexecutors;

import io.github.acrossexecutors.execution.BodyThreads;
import io.github.acrossexecutors.execution.RoundResult;
import io.github.acrossexecutors.execution.TaskFailure;
import io.github.acrossexecutors.execution.WorkerNaming;
import io.github.acrossexecutors.execution.Workers;
import io.github.acrossexecutors.report.TestStatus;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One test under one model, from its first {@code BeforeEach} method to its last {@code AfterEach} method: starts the
 * workers, executes the rounds, tells what failed and what was measured, stops the workers.
 *
 * <p><b>Threads:</b> for JUnit's thread alone.
 */
final class Session implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(1);

    private final ExtensionContext test;
    private final Model model;
    private final Settings settings;
    private final RoundHooks hooks;
    private final Workers workers;
    private final Meaning meaning;
    private final BodyThreads bodyThreads = new BodyThreads();
    private final boolean sharesClassInstance;
    /** JUnit resolves parameters once, so the first task of the first round is made before that round. */
    private final BodyTask first;
    /** Of the test under way: a factory's dynamic tests follow each other in one session. */
    private Observations observations;

    private boolean closed;

    private Session(
            ExtensionContext test,
            Model model,
            Settings settings,
            RoundHooks hooks,
            Workers workers,
            Function<BodyThreads, Meaning> meaning) {
        this.test = test;
        this.model = model;
        this.settings = settings;
        this.hooks = hooks;
        this.workers = workers;
        this.first = newTask(0, 1);
        this.meaning = meaning.apply(bodyThreads);
        this.sharesClassInstance = this.meaning instanceof Meaning.Copies && isPerClass(test);
        this.observations = new Observations(sharesClassInstance);
    }

    static Session open(ExtensionContext test, Model model, Settings given) {
        Method method = test.getRequiredTestMethod();
        Refusals.refuseSuspend(method);
        boolean injected = Arrays.stream(method.getParameterTypes()).anyMatch(Session::isExecutor);
        Settings settings = injected ? given.injectedInto(method) : given;
        RoundHooks hooks = RoundHooks.of(test.getRequiredTestInstances());
        ClassLoader contextClassLoader = Thread.currentThread().getContextClassLoader();
        Workers workers =
                model.start(new WorkerNaming(model.name(), method.getName(), settings.workers(), contextClassLoader));
        return new Session(
                test, model, settings, hooks, workers, threads -> Meaning.of(injected, settings, workers, threads));
    }

    private static boolean isPerClass(ExtensionContext test) {
        return test.getTestInstanceLifecycle()
                .filter(lifecycle -> lifecycle == TestInstance.Lifecycle.PER_CLASS)
                .isPresent();
    }

    private static boolean isExecutor(Class<?> type) {
        return type.equals(Executor.class) || type.equals(ExecutorService.class);
    }

    boolean resolves(Class<?> type) {
        return type.equals(Task.class) || isExecutor(type);
    }

    Object resolve(Class<?> type) {
        Optional<ExecutorService> executor = meaning.executor();
        return isExecutor(type) && executor.isPresent() ? executor.get() : first;
    }

    private List<BodyTask> tasks(int round) {
        return IntStream.range(0, settings.tasks())
                .mapToObj(index -> index == 0 && round == 1 ? first : newTask(index, round))
                .toList();
    }

    private BodyTask newTask(int index, int round) {
        return new BodyTask(index, round, round <= settings.warmups(), model.name());
    }

    void lifecycle(BodyCalls calls) throws Throwable {
        try {
            meaning.lifecycle(index -> calls.proceed());
        } finally {
            calls.skipUnlessCalled();
        }
    }

    void body(BodyCalls calls, ExtensionContext context) throws Throwable {
        List<TaskFailure> failures = new ArrayList<>();
        try {
            for (int number = 1; number <= settings.allRounds() && failures.isEmpty(); number++) {
                round(number, calls, failures);
            }
        } catch (InterruptedException e) {
            observations.ended(TestStatus.FAILED);
            failures.forEach(failure -> e.addSuppressed(failure.thrown()));
            throw e;
        } finally {
            calls.skipUnlessCalled();
        }
        failures.addAll(DeadThreadError.failures(bodyThreads.takeDeaths()));
        TaskFailures outcome = settings.runsOnce()
                ? TaskFailures.ofBody(failures, model.name())
                : TaskFailures.ofMany(failures, TestName.of(context).heading() + " under " + model.name());
        observations.ended(outcome.status());
        outcome.throwIfAny();
    }

    /** A test of its own that shares its factory's worker, instance and life-cycle methods. */
    void dynamicTest(BodyCalls calls, ExtensionContext context) throws Throwable {
        try {
            body(calls, context);
        } finally {
            publish(context);
            observations = new Observations(sharesClassInstance);
        }
    }

    private void round(int number, BodyCalls calls, List<TaskFailure> failures) throws InterruptedException {
        for (RoundHooks.Hook hook : hooks.before()) {
            if (failures.isEmpty()) {
                call(hook, number, failures);
            }
        }
        try {
            if (failures.isEmpty()) {
                RoundResult result =
                        meaning.round(number, number <= settings.warmups(), new RoundBody(calls, tasks(number)));
                observations.add(result);
                failures.addAll(result.failures());
            }
        } finally {
            for (RoundHooks.Hook hook : hooks.after()) {
                call(hook, number, failures);
            }
        }
    }

    private void call(RoundHooks.Hook hook, int round, List<TaskFailure> failures) throws InterruptedException {
        try {
            meaning.lifecycle(index -> hook.call());
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable t) {
            failures.add(new TaskFailure(
                    round, hook.toString(), Thread.currentThread().getName(), t));
        }
    }

    /** Tell what was measured. A thread of the body's that has died since the body returned fails the test even now. */
    void finish(ExtensionContext context) throws Exception {
        observations.leftBehind(bodyThreads.close(workers::owns));
        TaskFailures late = TaskFailures.ofOne(DeadThreadError.failures(bodyThreads.takeDeaths()));
        if (late.status() == TestStatus.FAILED) {
            observations.ended(TestStatus.FAILED);
        }
        publish(context);
        late.throwIfAny();
    }

    private void publish(ExtensionContext context) {
        observations
                .timings(model.name(), workers, settings)
                .ifPresent(timings -> Results.publish(test, context, meaning.word(), observations, timings));
    }

    /** JUnit closes it once more, which matters if the test did not come to its end. */
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
