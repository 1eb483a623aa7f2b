package io.github.acrossexecutors.execution;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Every kind of workers there is; each keeps the same contract. */
enum TestedModel {
    SEQUENTIAL(1, true) {
        @Override
        Workers start(WorkerNaming naming) {
            return new CallerWorkers(naming.model());
        }
    },
    PLATFORM_THREADS(Integer.MAX_VALUE, false) {
        @Override
        Workers start(WorkerNaming naming) {
            return OwnWorkers.platformThreads(naming);
        }
    },
    FIXED_POOL(TestedModel.WORKERS, false) {
        @Override
        Workers start(WorkerNaming naming) {
            return OwnWorkers.fixedPool(naming);
        }
    },
    FORK_JOIN(TestedModel.WORKERS, false) {
        @Override
        Workers start(WorkerNaming naming) {
            return OwnWorkers.forkJoin(naming);
        }
    },
    VIRTUAL_THREADS(Integer.MAX_VALUE, false) {
        @Override
        Workers start(WorkerNaming naming) {
            assumeThat(VirtualThreadSupport.isAvailable())
                    .as("virtual threads need JDK 21")
                    .isTrue();
            return OwnWorkers.virtualThreads(naming);
        }
    },
    EVENT_LOOP(1, false) {
        @Override
        Workers start(WorkerNaming naming) {
            return OwnWorkers.eventLoop(naming);
        }
    },
    JDK_POOL(TestedModel.WORKERS, false) {
        @Override
        Workers start(WorkerNaming naming) {
            return foreign(naming, Executors.newFixedThreadPool(WORKERS), OptionalInt.of(WORKERS));
        }
    },
    UNKNOWN_NUMBER(2, false) {
        @Override
        Workers start(WorkerNaming naming) {
            return foreign(naming, Executors.newFixedThreadPool(2), OptionalInt.empty());
        }
    },
    CALLER_RUNS(1, true) {
        @Override
        Workers start(WorkerNaming naming) {
            return foreign(naming, Runnable::run, OptionalInt.empty());
        }
    };

    static final int WORKERS = 4;
    static final String TEST = "keepsTheContract";

    /** How many tasks it has under way at most. */
    final int atOnce;
    /** Whether tasks run on the thread that hands them over. */
    final boolean onCaller;

    TestedModel(int atOnce, boolean onCaller) {
        this.atOnce = atOnce;
        this.onCaller = onCaller;
    }

    abstract Workers start(WorkerNaming naming);

    Workers start() {
        return start(
                new WorkerNaming(name(), TEST, WORKERS, Thread.currentThread().getContextClassLoader()));
    }

    boolean isOwn() {
        return compareTo(EVENT_LOOP) <= 0;
    }

    private static Workers foreign(WorkerNaming naming, Executor executor, OptionalInt count) {
        return new ForeignWorkers(naming, executor, count, limit -> stop(executor, limit));
    }

    private static void stop(Executor executor, Duration limit) throws InterruptedException {
        if (executor instanceof ExecutorService service) {
            service.shutdownNow();
            service.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
