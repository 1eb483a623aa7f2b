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
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One test under one model, from its first {@code BeforeEach} method to its last {@code AfterEach} method: starts the
 * workers, executes the rounds, tells what failed and what was measured, stops the workers.
 *
 * <p><b>Threads:</b> for JUnit's thread alone.
 */
final class Session implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(1);

    private final Model model;
    private final Settings settings;
    private final RoundHooks hooks;
    private final Workers workers;
    private final Meaning meaning;
    private final BodyThreads bodyThreads = new BodyThreads();
    private final BodyTask first;
    private final Observations observations;

    private Session(
            Model model, Settings settings, boolean injected, RoundHooks hooks, Workers workers, boolean perClass) {
        this.model = model;
        this.settings = settings;
        this.hooks = hooks;
        this.workers = workers;
        this.first = newTask(0, 1);
        this.meaning = Meaning.of(injected, settings, workers, bodyThreads);
        this.observations = new Observations(perClass && meaning instanceof Meaning.Copies);
    }

    static Session open(ExtensionContext context, Model model, Settings settings) {
        Method method = context.getRequiredTestMethod();
        Refusals.refuseSuspend(method);
        boolean injected = Arrays.stream(method.getParameterTypes()).anyMatch(Session::isExecutor);
        if (injected && settings.tasks() > 1) {
            throw new ExtensionConfigurationException("@AcrossExecutors: tasks must be 1, not " + settings.tasks()
                    + ", where the body fans out itself: " + method.getName() + "() declares an executor parameter.");
        }
        RoundHooks hooks = RoundHooks.of(context.getRequiredTestInstance());
        ClassLoader contextClassLoader = Thread.currentThread().getContextClassLoader();
        Workers workers =
                model.start(new WorkerNaming(model.name(), method.getName(), settings.workers(), contextClassLoader));
        boolean perClass = context.getTestInstanceLifecycle()
                .filter(lifecycle -> lifecycle.name().equals("PER_CLASS"))
                .isPresent();
        return new Session(model, settings, injected, hooks, workers, perClass);
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

    /** JUnit resolves parameters once, so the first task is made before its round. */
    private BodyTask task(int index, int round) {
        return index == 0 && round == 1 ? first : newTask(index, round);
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
                failures.addAll(round(number, calls));
            }
        } catch (Throwable t) {
            observations.ended(TestStatus.FAILED);
            throw t;
        } finally {
            calls.skipUnlessCalled();
        }
        failures.addAll(DeadThreadError.failures(bodyThreads.takeDeaths()));
        TaskFailures outcome = settings.runsOnce()
                ? TaskFailures.ofOne(failures)
                : TaskFailures.ofMany(failures, context.getDisplayName());
        observations.ended(outcome.status());
        outcome.throwIfAny();
    }

    private List<TaskFailure> round(int number, BodyCalls calls) throws Throwable {
        meaning.lifecycle(index -> hooks.before());
        RoundResult result =
                meaning.round(number, number <= settings.warmups(), index -> calls.call(task(index, number)));
        observations.add(result);
        meaning.lifecycle(index -> hooks.after());
        return result.failures();
    }

    /** Tell what was measured. A thread of the body's that has died since the body returned fails the test even now. */
    void finish(ExtensionContext context) throws Exception {
        observations.leftBehind(bodyThreads.close(workers::owns));
        TaskFailures late = TaskFailures.ofOne(DeadThreadError.failures(bodyThreads.takeDeaths()));
        if (late.status() == TestStatus.FAILED) {
            observations.ended(TestStatus.FAILED);
        }
        observations
                .timings(model.name(), workers, settings)
                .ifPresent(timings -> Results.publish(context, meaning.word(), observations, timings));
        late.throwIfAny();
    }

    @Override
    public void close() {
        meaning.close();
        try {
            workers.stop(STOP_LIMIT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
