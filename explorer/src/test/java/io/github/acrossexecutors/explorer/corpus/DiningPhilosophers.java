package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;

/** Three philosophers, three forks: each takes the left one first, or the one that all agree to take first. */
final class DiningPhilosophers {

    private DiningPhilosophers() {}

    static final class Fork {
        private int used;
    }

    /** Eat once, with both forks. */
    private static void eat(Fork first, Fork second) {
        synchronized (first) {
            synchronized (second) {
                first.used++;
                second.used++;
            }
        }
    }

    static final class Bug {
        private final Fork north = new Fork();
        private final Fork east = new Fork();
        private final Fork west = new Fork();

        @Actor
        void first() {
            eat(north, east);
        }

        @Actor
        void second() {
            eat(east, west);
        }

        @Actor
        void third() {
            eat(west, north);
        }

        @Check
        void allHaveEaten() {
            mustBeUsedTwice(north, east, west);
        }
    }

    static final class Correct {
        private final Fork north = new Fork();
        private final Fork east = new Fork();
        private final Fork west = new Fork();

        @Actor
        void first() {
            eat(north, east);
        }

        @Actor
        void second() {
            eat(east, west);
        }

        @Actor
        void third() {
            eat(north, west);
        }

        @Check
        void allHaveEaten() {
            mustBeUsedTwice(north, east, west);
        }
    }

    private static void mustBeUsedTwice(Fork... forks) {
        for (Fork fork : forks) {
            if (fork.used != 2) {
                throw new AssertionError("a fork was used " + fork.used + " times, not twice");
            }
        }
    }
}
