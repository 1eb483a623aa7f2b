package io.github.acrossexecutors;

import io.github.acrossexecutors.execution.BodyThreads;
import io.github.acrossexecutors.execution.BorrowedWorker;
import io.github.acrossexecutors.execution.InjectedRunner;
import io.github.acrossexecutors.execution.RoundResult;
import io.github.acrossexecutors.execution.RoundRunner;
import io.github.acrossexecutors.execution.TaskBody;
import io.github.acrossexecutors.execution.Workers;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/** What a body means under a model: executed once, in copies, or with the executor injected. */
sealed interface Meaning extends AutoCloseable {

    /** The word for it in reports. */
    String word();

    RoundResult round(int number, boolean warmup, TaskBody body) throws InterruptedException;

    /** Execute a life-cycle method where it belongs, which is JUnit's thread unless a meaning has a better place. */
    default void lifecycle(TaskBody method) throws Throwable {
        method.execute(0);
    }

    /** What an executor parameter of the body gets. */
    default Optional<ExecutorService> executor() {
        return Optional.empty();
    }

    @Override
    default void close() {}

    /** One task, one round: body and life-cycle methods on the same worker. */
    record Once(BorrowedWorker worker) implements Meaning {

        @Override
        public String word() {
            return "once";
        }

        @Override
        public void lifecycle(TaskBody method) throws Throwable {
            TaskFailures.ofOne(worker.run(1, false, method).failures()).throwIfAny();
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
    record Injected(InjectedRunner runner) implements Meaning {

        @Override
        public String word() {
            return "injected";
        }

        @Override
        public Optional<ExecutorService> executor() {
            return Optional.of(runner.executor());
        }

        @Override
        public RoundResult round(int number, boolean warmup, TaskBody body) throws InterruptedException {
            return runner.run(number, warmup, body);
        }
    }

    static Meaning of(boolean injected, Settings settings, Workers workers, BodyThreads bodyThreads) {
        if (injected) {
            return new Injected(new InjectedRunner(workers, settings.timeout(), bodyThreads));
        }
        return settings.runsOnce()
                ? new Once(new BorrowedWorker(workers, settings.timeout(), bodyThreads))
                : new Copies(new RoundRunner(workers, settings.timeout(), bodyThreads), settings.tasks());
    }
}
