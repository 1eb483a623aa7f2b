package io.github.acrossexecutors.process;

import java.util.OptionalInt;

/**
 * What a worker of a pool is doing, or how it ended.
 *
 * @param id its number in the pool, from 1 on; a worker that replaces another gets a new one
 * @param pid the id of its process
 * @param state what it is doing
 * @param exitCode how its process ended; empty while it is alive
 */
public record WorkerStatus(int id, long pid, State state, OptionalInt exitCode) {

    /** What a worker is doing. */
    public enum State {
        /** Its JVM starts, or executes the initializer. */
        STARTING,
        /** It waits for a task. */
        IDLE,
        /** It executes a task. */
        BUSY,
        /** Its process has ended. */
        ENDED
    }
}
