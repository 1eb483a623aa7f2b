package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the language itself offers to threads, and code that shares nothing, used as it is meant. */
final class LanguageUsedRight {

    private LanguageUsedRight() {}

    /** The class is loaded on first use, by one thread, and everybody sees what it wrote. */
    static final class HolderIdiom {
        private int first;
        private int second;

        private static final class Holder {
            private static final int[] SQUARES = {0, 1, 4, 9};
        }

        @Actor
        void asksFirst() {
            first = Holder.SQUARES[2];
        }

        @Actor
        void asksSecond() {
            second = Holder.SQUARES[3];
        }

        @Check
        void bothSeeTheSquares() {
            mustBe(13, first + second);
        }
    }

    /** A thread that has the lock gets it again, also for a method of its super class, and after an exception. */
    static final class Reentrance {
        private final LoudCounter counter = new LoudCounter();

        private static class Counter {
            private int value;

            synchronized void increment() {
                value++;
            }
        }

        private static final class LoudCounter extends Counter {
            @Override
            synchronized void increment() {
                try {
                    refuse();
                } catch (IllegalStateException expected) {
                    super.increment();
                }
            }

            private synchronized void refuse() {
                throw new IllegalStateException();
            }
        }

        @Actor
        void counts() {
            counter.increment();
        }

        @Actor
        void countsToo() {
            counter.increment();
        }

        @Check
        void bothCount() {
            mustBe(2, ((Counter) counter).value);
        }
    }

    /** A static field belongs to its class's lock; each schedule begins with a fresh one. */
    static final class StaticState {
        private static int issued;

        private int first;
        private int second;

        @Actor
        void takesANumber() {
            first = next();
        }

        @Actor
        void takesANumberToo() {
            second = next();
        }

        @Check
        void numbersAreOneAndTwo() {
            mustBe(3, first + second);
        }

        private static synchronized int next() {
            return ++issued;
        }
    }

    /** The elements are plain; the volatile reference to the array, written last, publishes them. */
    static final class ArrayBehindVolatile {
        private volatile int @Nullable [] readings;
        private int seen = 6;

        @Actor
        void measures() {
            int[] fresh = new int[3];
            for (int i = 0; i < fresh.length; i++) {
                fresh[i] = i + 1;
            }
            readings = fresh;
        }

        @Actor
        void addsUp() {
            int[] known = readings;
            if (known != null) {
                int sum = 0;
                for (int reading : known) {
                    sum += reading;
                }
                seen = sum;
            }
        }

        @Check
        void sawAllOrNothing() {
            mustBe(6, seen);
        }
    }

    /** Waits for a while, in a loop, and goes on by itself if nobody says anything. */
    static final class TimedWait {
        private boolean served;
        private int outcome;

        @Actor
        synchronized void guest() throws InterruptedException {
            for (int patience = 2; patience > 0 && !served; patience--) {
                wait(10);
            }
            outcome = served ? 1 : 2;
        }

        @Actor
        synchronized void waiter() {
            served = true;
            notifyAll();
        }

        @Check
        void guestHasDecided() {
            mustBe(1, outcome == 2 ? 1 : outcome);
        }
    }

    /** Whoever waits is told to give up, before it waits or while it does. */
    static final class Interruption {
        private volatile @Nullable Thread sleeper;
        private boolean gaveUp;
        private boolean tooEarly;

        @Actor
        synchronized void waitsForNothing() {
            sleeper = Thread.currentThread();
            try {
                while (!tooEarly) {
                    wait();
                }
            } catch (InterruptedException e) {
                gaveUp = true;
            }
        }

        @Actor
        void interrupts() {
            Thread thread = sleeper;
            if (thread != null) {
                thread.interrupt();
            } else {
                giveLeave();
            }
        }

        @Check
        void somebodyEndedTheWait() {
            mustBe(1, gaveUp || tooEarly ? 1 : 0);
        }

        private synchronized void giveLeave() {
            tooEarly = true;
            notifyAll();
        }
    }

    /** Plain, modern Java in both actors, and nothing shared between them. */
    static final class NothingShared {
        private String left = "";
        private int right;

        private sealed interface Shape {
            record Square(int side) implements Shape {}

            record Rectangle(int width, int height) implements Shape {}
        }

        @Actor
        void describes() {
            String text = "";
            for (Shape shape : List.of(new Shape.Square(2), new Shape.Rectangle(2, 3))) {
                text += shape + " has area " + area(shape) + "; ";
            }
            left = text.strip();
        }

        @Actor
        void computes() {
            IntUnaryOperator twice = number -> 2 * number;
            int sum = 0;
            for (int number : new int[] {1, 2, 3}) {
                sum += twice.andThen(result -> result + 1).applyAsInt(number);
            }
            right = sum;
        }

        @Check
        void bothAreDone() {
            mustBe(15, right);
            mustBe(1, left.endsWith("Rectangle[width=2, height=3] has area 6;") ? 1 : 0);
        }

        private static int area(Shape shape) {
            return switch (shape) {
                case Shape.Square square -> square.side() * square.side();
                case Shape.Rectangle rectangle -> rectangle.width() * rectangle.height();
            };
        }
    }

    private static void mustBe(int expected, int seen) {
        if (seen != expected) {
            throw new AssertionError("expected " + expected + ", seen " + seen);
        }
    }
}
