package io.github.acrossexecutors;

import io.github.acrossexecutors.execution.BodyThreads;
import io.github.acrossexecutors.execution.BorrowedWorker;
import io.github.acrossexecutors.execution.InjectedRunner;
import io.github.acrossexecutors.execution.RoundResult;
import io.github.acrossexecutors.execution.RoundRunner;
import io.github.acrossexecutors.execution.TaskBody;
import io.github.acrossexecutors.execution.TaskFailure;
import io.github.acrossexecutors.execution.Workers;
import io.github.acrossexecutors.remote.RemoteRunner;
import io.github.acrossexecutors.remote.RemoteWorkers;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What a body means under a model: executed once, in copies, or with the executor injected. */
sealed interface Meaning extends AutoCloseable {

    /** The word for it in reports. */
    String word();

    RoundResult round(int number, boolean warmup, TaskBody body) throws InterruptedException;

    /** Execute a life-cycle method where it belongs, which is JUnit's thread unless a meaning has a better place. */
    default void lifecycle(TaskBody method) throws Throwable {
        method.execute(0);
    }

    /** Make ready for the first round; what failed on the way. */
    default List<TaskFailure> open() throws InterruptedException {
        return List.of();
    }

    /** Call what belongs around a round and is not in this JVM. */
    default List<TaskFailure> callHooksElsewhere(boolean before, int round) throws InterruptedException {
        return List.of();
    }

    /** End what {@link #open} began, after the last round; what failed since. */
    default List<TaskFailure> end() throws InterruptedException {
        return List.of();
    }

    /** Threads that bodies had started in other JVMs and that still live, once it has ended. */
    default List<String> leftBehindElsewhere() {
        return List.of();
    }

    /** The processes beside this one that do the work, as far as they are on this machine. */
    default Set<Long> processes() {
        return Set.of();
    }

    /** Whether all of the work is done on this machine. */
    default boolean isOnThisMachine() {
        return true;
    }

    /** What an executor parameter of the body gets. */
    default Optional<ExecutorService> executor() {
        return Optional.empty();
    }

    @Override
    default void close() {}

    /** One task, one round: body and life-cycle methods on the same worker. */
    record Once(BorrowedWorker worker, LeftBehind leftBehind) implements Meaning {

        @Override
        public String word() {
            return "once";
        }

        @Override
        public void lifecycle(TaskBody method) throws Throwable {
            RoundResult result;
            try {
                result = worker.run(1, false, method);
            } catch (InterruptedException e) {
                leftBehind.addOf(e);
                throw e;
            }
            leftBehind.add(result.survivors());
            TaskFailures.ofOne(result.failures()).throwIfAny();
        }

        @Override
        public RoundResult round(int number, boolean warmup, TaskBody body) throws InterruptedException {
            return worker.run(number, warmup, body);
        }

        @Override
        public void close() {
            worker.close();
        }
    }

    /** Several tasks or rounds. */
    record Copies(RoundRunner runner, int tasks) implements Meaning {

        @Override
        public String word() {
            return "copies";
        }

        @Override
        public RoundResult round(int number, boolean warmup, TaskBody body) throws InterruptedException {
            return runner.run(number, warmup, tasks, body);
        }
    }

    /** The body fans out itself. */
    record Injected(InjectedRunner runner, ExecutorService service) implements Meaning {

        @Override
        public String word() {
            return "injected";
        }

        @Override
        public Optional<ExecutorService> executor() {
            return Optional.of(service);
        }

        @Override
        public RoundResult round(int number, boolean warmup, TaskBody body) throws InterruptedException {
            return runner.run(number, warmup, body);
        }
    }

    /** Once or in copies, in other JVMs, where the life-cycle is opened as well. */
    record Elsewhere(RemoteRunner runner, Settings settings) implements Meaning {

        @Override
        public String word() {
            return settings.runsOnce() ? "once" : "copies";
        }

        @Override
        public List<TaskFailure> open() throws InterruptedException {
            return runner.open();
        }

        @Override
        public List<TaskFailure> callHooksElsewhere(boolean before, int round) throws InterruptedException {
            return runner.callHooks(before, round);
        }

        @Override
        public List<TaskFailure> end() throws InterruptedException {
            return runner.close();
        }

        @Override
        public List<String> leftBehindElsewhere() {
            return runner.leftBehind();
        }

        @Override
        public Set<Long> processes() {
            return runner.processes();
        }

        @Override
        public boolean isOnThisMachine() {
            return runner.isOnThisMachine();
        }

        @Override
        public void close() {
            runner.abandon();
        }

        /** The body that this JVM has stays unused. */
        @Override
        public RoundResult round(int number, boolean warmup, TaskBody body) throws InterruptedException {
            return runner.run(number, warmup, settings.tasks());
        }
    }

    static Meaning of(ExtensionContext test, Settings settings, Workers workers, BodyThreads bodyThreads) {
        Method method = test.getRequiredTestMethod();
        boolean injected = BodyParameters.isInjected(method);
        if (workers instanceof RemoteWorkers remote) {
            return injected
                    ? new Injected(
                            new InjectedRunner(workers, settings.timeout(), bodyThreads), WorkerPools.poolOf(remote))
                    : new Elsewhere(
                            new RemoteRunner(remote, method.getName(), () -> JUnitLaunch.of(test), settings.timeout()),
                            settings);
        }
        if (injected) {
            InjectedRunner runner = new InjectedRunner(workers, settings.timeout(), bodyThreads);
            return new Injected(runner, runner.executor());
        }
        return settings.runsOnce()
                ? new Once(new BorrowedWorker(workers, settings.timeout(), bodyThreads), LeftBehind.in(test))
                : new Copies(new RoundRunner(workers, settings.timeout(), bodyThreads), settings.tasks());
    }
}
