package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;

/** What threads of the JDK meet and wait at, used as it is meant. */
final class SynchronizersUsedRight {

    private SynchronizersUsedRight() {}

    /** Each half is written before the barrier and read behind it, twice. */
    static final class Barrier {
        private final CyclicBarrier barrier = new CyclicBarrier(2);
        private int left = 1;
        private int right = 2;

        @Actor
        void leftHalf() throws InterruptedException, BrokenBarrierException {
            int neighbour = right;
            barrier.await();
            left += neighbour;
            barrier.await();
        }

        @Actor
        void rightHalf() throws InterruptedException, BrokenBarrierException {
            int neighbour = left;
            barrier.await();
            right += neighbour;
            barrier.await();
        }

        @Check
        void bothKnowTheSum() {
            mustBe(6, left + right);
        }
    }

    static final class Phases {
        private final Phaser phaser = new Phaser(2);
        private int left = 1;
        private int right = 2;

        @Actor
        void leftHalf() {
            int neighbour = right;
            phaser.arriveAndAwaitAdvance();
            left += neighbour;
            phaser.arriveAndDeregister();
        }

        @Actor
        void rightHalf() {
            int neighbour = left;
            phaser.arriveAndAwaitAdvance();
            right += neighbour;
            phaser.arriveAndDeregister();
        }

        @Check
        void bothKnowTheSum() {
            mustBe(6, left + right);
        }
    }

    static final class Exchange {
        private final Exchanger<int[]> exchanger = new Exchanger<>();
        private int fromLeft;
        private int fromRight;

        @Actor
        void left() throws InterruptedException {
            fromRight = exchanger.exchange(new int[] {1})[0];
        }

        @Actor
        void right() throws InterruptedException {
            fromLeft = exchanger.exchange(new int[] {2})[0];
        }

        @Check
        void eachHasWhatTheOtherHad() {
            mustBe(21, 10 * fromRight + fromLeft);
        }
    }

    /** A permit that the one gives and the other takes: what was written before is seen behind. */
    static final class PermitAsSignal {
        private final Semaphore ready = new Semaphore(0);
        private int result;
        private int seen;

        @Actor
        void computes() {
            result = 7;
            ready.release();
        }

        @Actor
        void waits() throws InterruptedException {
            ready.acquire();
            seen = result;
        }

        @Check
        void sawTheResult() {
            mustBe(7, seen);
        }
    }

    /** Release and acquire publish what was written before, though the flag is no volatile field. */
    static final class ReleaseAndAcquire {
        private static final VarHandle READY;

        static {
            try {
                READY = MethodHandles.lookup().findVarHandle(ReleaseAndAcquire.class, "ready", boolean.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        private int result;

        @SuppressWarnings("UnusedVariable") // By its handle alone.
        private boolean ready;

        private int seen = 7;

        @Actor
        void computes() {
            result = 7;
            READY.setRelease(this, true);
        }

        @Actor
        void looks() {
            if ((boolean) READY.getAcquire(this)) {
                seen = result;
            }
        }

        @Check
        void sawTheResult() {
            mustBe(7, seen);
        }
    }

    /** Two things are done, in any order, before the third begins. */
    static final class Latch {
        private final CountDownLatch ready = new CountDownLatch(2);
        private int engine;
        private int tank;
        private int sum;

        @Actor
        void startsTheEngine() {
            engine = 1;
            ready.countDown();
        }

        @Actor
        void fillsTheTank() {
            tank = 2;
            ready.countDown();
        }

        @Actor
        void drives() throws InterruptedException {
            ready.await();
            sum = engine + tank;
        }

        @Check
        void everythingWasReady() {
            mustBe(3, sum);
        }
    }

    private static void mustBe(int expected, int seen) {
        if (seen != expected) {
            throw new AssertionError("expected " + expected + ", seen " + seen);
        }
    }
}
