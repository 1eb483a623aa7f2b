package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;

/** A download that is cancelled: without {@code volatile} the loop need never see the flag. */
final class StopFlag {

    private StopFlag() {}

    static final class Bug {
        private boolean cancelled;

        @SuppressWarnings("UnusedVariable") // Nobody looks at the progress.
        private int blocks;

        @Actor
        void download() {
            while (!cancelled) {
                blocks++;
            }
        }

        @Actor
        void user() {
            cancelled = true;
        }
    }

    static final class Correct {
        private volatile boolean cancelled;

        @SuppressWarnings("UnusedVariable") // Nobody looks at the progress.
        private int blocks;

        @Actor
        void download() {
            while (!cancelled) {
                blocks++;
            }
        }

        @Actor
        void user() {
            cancelled = true;
        }
    }
}
