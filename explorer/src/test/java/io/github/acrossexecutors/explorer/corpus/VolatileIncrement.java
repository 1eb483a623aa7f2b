package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.util.concurrent.atomic.AtomicInteger;

/** Ticket numbers: {@code volatile} makes the write visible, not the increment atomic. */
final class VolatileIncrement {

    private VolatileIncrement() {}

    static final class Bug {
        private volatile int last;
        private int leftTicket;
        private int rightTicket;

        @Actor
        void leftCounter() {
            leftTicket = next();
        }

        @Actor
        void rightCounter() {
            rightTicket = next();
        }

        @Check
        void noTicketTwice() {
            mustDiffer(leftTicket, rightTicket);
        }

        @SuppressWarnings("NonAtomicVolatileUpdate") // That is the mistake.
        private int next() {
            return ++last;
        }
    }

    static final class Correct {
        private final AtomicInteger last = new AtomicInteger();
        private int leftTicket;
        private int rightTicket;

        @Actor
        void leftCounter() {
            leftTicket = next();
        }

        @Actor
        void rightCounter() {
            rightTicket = next();
        }

        @Check
        void noTicketTwice() {
            mustDiffer(leftTicket, rightTicket);
        }

        private int next() {
            return last.incrementAndGet();
        }
    }

    private static void mustDiffer(int left, int right) {
        if (left == right) {
            throw new AssertionError("ticket " + left + " was given out twice");
        }
    }
}
