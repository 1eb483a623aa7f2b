package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.util.concurrent.Semaphore;

/** One printer: the permit is not given back where there is nothing to print. */
final class SemaphoreLeak {

    private SemaphoreLeak() {}

    static final class Bug {
        private final Semaphore printer = new Semaphore(1);
        private int pages;

        @Actor
        void emptyLetter() throws InterruptedException {
            print("");
        }

        @Actor
        void letter() throws InterruptedException {
            print("Good day");
        }

        @Check
        void onePageIsPrinted() {
            mustBeOne(pages);
        }

        private void print(String text) throws InterruptedException {
            printer.acquire();
            if (text.isEmpty()) {
                return;
            }
            pages++;
            printer.release();
        }
    }

    static final class Correct {
        private final Semaphore printer = new Semaphore(1);
        private int pages;

        @Actor
        void emptyLetter() throws InterruptedException {
            print("");
        }

        @Actor
        void letter() throws InterruptedException {
            print("Good day");
        }

        @Check
        void onePageIsPrinted() {
            mustBeOne(pages);
        }

        private void print(String text) throws InterruptedException {
            printer.acquire();
            try {
                if (!text.isEmpty()) {
                    pages++;
                }
            } finally {
                printer.release();
            }
        }
    }

    private static void mustBeOne(int pages) {
        if (pages != 1) {
            throw new AssertionError(pages + " pages were printed");
        }
    }
}
