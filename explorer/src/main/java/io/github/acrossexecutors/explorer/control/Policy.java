package io.github.acrossexecutors.explorer.control;

/** Decides who has the next turn. Asked by whichever thread gives its turn away. */
@FunctionalInterface
public interface Policy {

    /**
     * Choose.
     *
     * @param turn who could go on
     * @return the number of a participant; one who cannot go on ends the schedule as diverged
     */
    int choose(Turn turn);

    /**
     * A turn to be given.
     *
     * @param arrival the how-many-eth arrival of the schedule this is
     * @param enabled who can go on: bit n for participant n
     * @param previous who had the turn
     * @param giving why the turn is given
     * @param state a hash of all that happened so far, up to the order of independent steps
     */
    record Turn(int arrival, long enabled, int previous, Giving giving, long state) {

        /**
         * Tell who goes on if nobody interferes: the one who had the turn where it may, else the next in order.
         *
         * @return the number of a participant
         */
        public int usual() {
            if (giving == Giving.STEP) {
                return previous;
            }
            long after = previous == Long.SIZE - 1 ? 0 : enabled & (-1L << (previous + 1));
            long others = enabled & ~(1L << previous);
            if (others == 0) {
                return previous;
            }
            return Long.numberOfTrailingZeros(after != 0 ? after : others);
        }

        /**
         * Tell whether a participant can go on.
         *
         * @param participant its number
         * @return whether it can
         */
        public boolean enables(int participant) {
            return participant >= 0 && participant < Long.SIZE && (enabled & (1L << participant)) != 0;
        }
    }

    /** Why a turn is given. */
    enum Giving {
        /** Before a step: the participant could go on. */
        STEP,
        /** It sleeps, yields or spins, or has had the turn for long: others first, unless time is short for them. */
        YIELD,
        /** It waits, or has ended. */
        WAIT
    }
}
