package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;

/** Two turnstiles count the same visitors: {@code visitors++} reads, adds and writes. */
final class LostUpdate {

    private LostUpdate() {}

    static final class Bug {
        private int visitors;

        @Actor
        void northGate() {
            visitors++;
        }

        @Actor
        void southGate() {
            visitors++;
        }

        @Check
        void bothVisitorsCount() {
            mustBeTwo(visitors);
        }
    }

    static final class Correct {
        private int visitors;

        @Actor
        void northGate() {
            enter();
        }

        @Actor
        void southGate() {
            enter();
        }

        @Check
        void bothVisitorsCount() {
            mustBeTwo(visitors);
        }

        private synchronized void enter() {
            visitors++;
        }
    }

    private static void mustBeTwo(int visitors) {
        if (visitors != 2) {
            throw new AssertionError("two came in, " + visitors + " counted");
        }
    }
}
