package io.github.acrossexecutors;

import io.github.acrossexecutors.execution.BodyThreads;
import io.github.acrossexecutors.execution.TaskBody;
import io.github.acrossexecutors.execution.TaskEnd;
import io.github.acrossexecutors.execution.TaskFailure;
import io.github.acrossexecutors.remote.HostedBody;
import io.github.acrossexecutors.remote.HostedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An invocation of a test in a worker JVM: everything runs on JUnit's thread there, the body as often as tasks come.
 *
 * <p>The first task goes through JUnit's chain of interceptors, those after it call the body directly. When all are over, the
 * first failure is thrown here too, so that other extensions of this JVM see what became of the body.
 */
final class HostedSession implements TestSession {

    private final HostedRun run;
    private final RoundHooks hooks;
    private final BodyThreads threads = new BodyThreads();
    /** JUnit resolves the arguments for this one; which task it is, the first that comes tells. */
    private final BodyTask first;

    private HostedSession(HostedRun run, RoundHooks hooks) {
        this.run = run;
        this.hooks = hooks;
        this.first = new BodyTask(0, 1, false, run.model(), Optional.empty());
    }

    /** In a JVM that executes a test for another one, what serves that one; elsewhere the test's own session. */
    static TestSession insteadOf(ExtensionContext test, Supplier<TestSession> own) {
        return test.getConfigurationParameter(JUnitLaunch.RUN)
                .flatMap(HostedRun::find)
                .<TestSession>map(run -> new HostedSession(run, RoundHooks.of(test.getRequiredTestInstances())))
                .orElseGet(own);
    }

    @Override
    public Object resolve(Class<?> type) {
        return first.argument(type);
    }

    @Override
    public void lifecycle(BodyCalls calls) throws Throwable {
        calls.proceed();
    }

    @Override
    public void body(BodyCalls calls, ExtensionContext context) throws Throwable {
        Body body = new Body(calls);
        try {
            run.serve(body);
        } finally {
            calls.skipUnlessCalled();
        }
        Thread self = Thread.currentThread();
        run.leftBehind(threads.close(self::equals));
        Optional<Throwable> failure = run.firstFailure();
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    /** The body as the run executes it. */
    private final class Body implements HostedBody {

        private final BodyCalls calls;
        /** Used by whoever sends tasks, one at a time. */
        private boolean begun;

        Body(BodyCalls calls) {
            this.calls = calls;
        }

        @Override
        public TaskBody task(int round, boolean warmup, int index) {
            boolean throughJUnit = !begun;
            begun = true;
            BodyTask task = throughJUnit
                    ? first.at(index, round, warmup)
                    : new BodyTask(index, round, warmup, run.model(), Optional.empty());
            return new HostedTask(calls, task, throughJUnit);
        }

        @Override
        public List<TaskFailure> callHooks(boolean before, int round) {
            List<TaskFailure> failures = new ArrayList<>();
            for (RoundHooks.Hook hook : before ? hooks.before() : hooks.after()) {
                try {
                    hook.call(Optional.empty());
                } catch (Throwable t) {
                    failures.add(new TaskFailure(
                            round, hook.toString(), Thread.currentThread().getName(), t));
                }
            }
            return failures;
        }

        @Override
        public BodyThreads threads() {
            return threads;
        }
    }

    /** One execution of the body. */
    private record HostedTask(BodyCalls calls, BodyTask task, boolean throughJUnit) implements TaskBody {

        @Override
        public void execute(int index) throws Throwable {
            if (throughJUnit) {
                calls.proceed();
            } else {
                calls.callAgain(task);
            }
        }

        @Override
        public TaskEnd prepareEnd(int index) {
            return task.newEnd();
        }
    }

    @Override
    public void dynamicTest(BodyCalls calls, ExtensionContext context) {
        throw new IllegalStateException("a dynamic test of " + context.getDisplayName() + " in a worker JVM");
    }

    /** A thread of the body's that has died fails the test. */
    @Override
    public void finish(ExtensionContext context) throws Exception {
        TaskFailures.ofOne(DeadThreadError.failures(threads.takeDeaths())).throwIfAny();
    }

    @Override
    public void close() {
        // All of it is over with the life-cycle.
    }
}
