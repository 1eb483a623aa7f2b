package io.github.acrossexecutors.remote;

import io.github.acrossexecutors.execution.BodyThreads;
import io.github.acrossexecutors.execution.TaskBody;
import io.github.acrossexecutors.execution.TaskEnd;
import io.github.acrossexecutors.execution.TaskFailure;
import io.github.acrossexecutors.process.ProcessPool;
import io.github.acrossexecutors.process.WorkerStatus;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Worker JVMs for tests, and a life-cycle that consists of its body alone, which can travel. */
record ChildJvms(ProcessPool pool, int size) implements WorkerJvms {

    static ChildJvms start(int size) {
        return new ChildJvms(ProcessPool.builder().workers(size).build(), size);
    }

    /** A body that can travel. */
    @FunctionalInterface
    interface Body extends Serializable {
        void execute(int task, TaskEnd end) throws Throwable;
    }

    /** Serves such a body. */
    record BodyLaunch(Body body) implements Launch {

        @Override
        public List<TaskFailure> execute(HostedRun run) {
            try {
                run.serve(new Hosted(body, new BodyThreads()));
            } catch (InterruptedException e) {
                return List.of(
                        new TaskFailure(1, "serving", Thread.currentThread().getName(), e));
            }
            return List.of();
        }
    }

    private record Hosted(Body body, BodyThreads threads) implements HostedBody {

        @Override
        public TaskBody task(int round, boolean warmup, int index) {
            TaskEnd end = new TaskEnd();
            return new TaskBody() {
                @Override
                public void execute(int task) throws Throwable {
                    body.execute(index, end);
                }

                @Override
                public TaskEnd prepareEnd(int task) {
                    return end;
                }
            };
        }

        @Override
        public List<TaskFailure> callHooks(boolean before, int round) {
            return List.of();
        }
    }

    RemoteRunner runner(Duration timeout, Body body) {
        return new RemoteRunner(new RemoteWorkers("CHILDREN", this), "keeps", () -> new BodyLaunch(body), timeout);
    }

    @Override
    public OptionalInt count() {
        return OptionalInt.of(size);
    }

    @Override
    public Future<Answer> submit(Request request) {
        return pool.submit(request);
    }

    @Override
    public List<Future<Answer>> broadcast(Request request) {
        return List.copyOf(pool.broadcast(request));
    }

    @Override
    public Set<Long> processes() {
        return pool.workers().stream()
                .filter(worker -> worker.exitCode().isEmpty())
                .map(WorkerStatus::pid)
                .collect(Collectors.toSet());
    }

    @Override
    public void stop(boolean broken, Duration limit) throws InterruptedException {
        pool.shutdownNow();
        pool.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS);
    }
}
