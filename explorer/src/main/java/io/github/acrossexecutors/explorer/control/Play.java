package io.github.acrossexecutors.explorer.control;

import java.util.List;

/** What one schedule runs: a stage that is set, parts that are played side by side, a check after them. */
public interface Play {

    /**
     * Make the scenario, alone.
     *
     * @throws Throwable whatever its constructor throws
     */
    void set() throws Throwable;

    /**
     * The parts, each for a thread of its own.
     *
     * @return the parts, in order
     */
    List<Part> parts();

    /**
     * Check the result when all parts have ended.
     *
     * @throws Throwable if it is wrong
     */
    void check() throws Throwable;

    /**
     * One actor's part.
     *
     * @param name of the actor
     * @param body what it does
     */
    record Part(String name, Body body) {}

    /** Code that may throw. */
    @FunctionalInterface
    interface Body {

        /**
         * Play.
         *
         * @throws Throwable whatever the scenario throws
         */
        void run() throws Throwable;
    }
}
