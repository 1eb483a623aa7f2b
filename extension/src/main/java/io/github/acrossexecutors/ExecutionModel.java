package io.github.acrossexecutors;

import io.github.acrossexecutors.execution.CallerWorkers;
import io.github.acrossexecutors.execution.OwnWorkers;
import io.github.acrossexecutors.execution.VirtualThreadSupport;
import io.github.acrossexecutors.execution.WorkerNaming;
import io.github.acrossexecutors.execution.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How tasks are executed. */
public enum ExecutionModel {

    /** One after another on JUnit's own thread: the baseline. A task that waits holds everything up. */
    SEQUENTIAL {
        @Override
        Workers start(WorkerNaming naming, WorkerPools pools) {
            return new CallerWorkers(name());
        }
    },

    /** A new platform thread for each task. A task that waits holds its thread. */
    PLATFORM_THREADS {
        @Override
        Workers start(WorkerNaming naming, WorkerPools pools) {
            return OwnWorkers.platformThreads(naming);
        }
    },

    /** A pool with a fixed number of threads. A task that waits holds its worker. */
    FIXED_POOL {
        @Override
        Workers start(WorkerNaming naming, WorkerPools pools) {
            return OwnWorkers.fixedPool(naming);
        }
    },

    /** A fork-join pool of its own, never the common pool. A task that waits holds its worker. */
    FORK_JOIN {
        @Override
        Workers start(WorkerNaming naming, WorkerPools pools) {
            return OwnWorkers.forkJoin(naming);
        }
    },

    /**
     * A new virtual thread for each task, on JDK 21 and newer. A task that waits costs nothing, unless its thread is pinned,
     * which the table and the report tell.
     */
    VIRTUAL_THREADS {
        @Override
        Workers start(WorkerNaming naming, WorkerPools pools) {
            return OwnWorkers.virtualThreads(naming);
        }

        @Override
        Optional<String> missingOn(int jdk) {
            return VirtualThreadSupport.isAvailableOn(jdk)
                    ? Optional.empty()
                    : Optional.of("VIRTUAL_THREADS needs JDK 21 or newer; this is JDK " + jdk + ".");
        }
    },

    /**
     * One thread for all tasks, however many {@code workers} are asked for. A task that waits by {@link
     * Task#completeWhen} costs nothing: the loop goes on with the next task, and executes between tasks what is handed to
     * {@link Task#loop}. A body that blocks holds everything up, as under {@link #SEQUENTIAL}: that is the lesson.
     */
    EVENT_LOOP {
        @Override
        Workers start(WorkerNaming naming, WorkerPools pools) {
            return OwnWorkers.eventLoop(naming);
        }
    },

    /**
     * Child JVMs, as many as {@code workers}, but no more than there are tasks; see {@link
     * io.github.acrossexecutors.process.ProcessPool}. Each has memory of its own and executes the body's whole life-cycle,
     * from constructor and {@code BeforeAll} to {@code AfterAll}, once for all of its tasks. Those methods run in this JVM
     * too, where the body is left out. A task that waits holds its worker. In no default set: it has to be named.
     */
    PROCESS_POOL {
        @Override
        Workers start(WorkerNaming naming, WorkerPools pools) {
            return pools.workers(naming);
        }

        @Override
        Optional<String> missing() {
            return JUnitLaunch.missingIn(ExecutionModel.class.getClassLoader());
        }
    };

    abstract Workers start(WorkerNaming naming, WorkerPools pools);

    /** Those that need no other JVM. */
    static List<ExecutionModel> ofThisJvm() {
        return Arrays.stream(values()).filter(model -> model != PROCESS_POOL).toList();
    }

    /** Why this JVM cannot offer the model; empty if it can. */
    Optional<String> missing() {
        return missingOn(Runtime.version().feature());
    }

    /** Why a JDK of the given feature version cannot offer the model; empty if it can. */
    Optional<String> missingOn(int jdk) {
        return Optional.empty();
    }
}
