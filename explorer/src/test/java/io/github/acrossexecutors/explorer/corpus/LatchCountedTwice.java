package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.util.concurrent.CountDownLatch;

/** Two shelves are counted, then a report is written: one of them says twice that it is done. */
final class LatchCountedTwice {

    private LatchCountedTwice() {}

    static final class Bug {
        private final CountDownLatch counted = new CountDownLatch(2);
        private volatile int books;
        private volatile int maps;
        private int reported;

        @Actor
        void countsBooks() {
            try {
                books = 30;
                counted.countDown();
            } finally {
                counted.countDown();
            }
        }

        @Actor
        void countsMaps() {
            maps = 12;
            counted.countDown();
        }

        @Actor
        void reports() throws InterruptedException {
            counted.await();
            reported = books + maps;
        }

        @Check
        void everyShelfIsReported() {
            mustBe42(reported);
        }
    }

    static final class Correct {
        private final CountDownLatch counted = new CountDownLatch(2);
        private volatile int books;
        private volatile int maps;
        private int reported;

        @Actor
        void countsBooks() {
            try {
                books = 30;
            } finally {
                counted.countDown();
            }
        }

        @Actor
        void countsMaps() {
            maps = 12;
            counted.countDown();
        }

        @Actor
        void reports() throws InterruptedException {
            counted.await();
            reported = books + maps;
        }

        @Check
        void everyShelfIsReported() {
            mustBe42(reported);
        }
    }

    private static void mustBe42(int reported) {
        if (reported != 42) {
            throw new AssertionError("30 books and 12 maps were counted, " + reported + " reported");
        }
    }
}
