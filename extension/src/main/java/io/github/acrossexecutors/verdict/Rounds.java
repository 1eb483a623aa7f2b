package io.github.acrossexecutors.verdict;

import io.github.acrossexecutors.timing.Round;
import java.util.Optional;
import java.util.Set;

/**
 * How a contestant executes its work once.
 *
 * <p><b>Threads:</b> called by the thread that measures alone.
 */
@FunctionalInterface
public interface Rounds {

    /**
     * Execute the work once.
     *
     * @param warmup whether it only warms up and is not judged
     * @return the round, if it tells its own time; else the time of this call counts
     * @throws Exception if the work fails, which ends the measurement
     */
    Optional<Round> execute(boolean warmup) throws Exception;

    /**
     * Execute the work once, with what belongs before and after it and is not judged.
     *
     * @param judged to be called exactly once, in between, whatever is around it; it executes the work
     * @throws Exception if anything fails, which ends the measurement
     */
    default void around(Judged judged) throws Exception {
        judged.execute();
    }

    /**
     * {@return whether something belongs around the work, so that it cannot be repeated without it}
     */
    default boolean hasSurroundings() {
        return false;
    }

    /**
     * {@return the ids of the processes beside this one that do the work; what they use and wait for counts as well}
     */
    default Set<Long> processes() {
        return Set.of();
    }

    /**
     * {@return how many threads of its own, which use next to no CPU time, one execution starts and ends at most: nothing
     * is known of what a thread waited that has ended, but of these it need not be}
     */
    default int helperThreads() {
        return 0;
    }

    /** The part of an execution that is judged. */
    @FunctionalInterface
    interface Judged {

        /**
         * Execute it.
         *
         * @throws Exception what the work throws
         */
        void execute() throws Exception;
    }
}
