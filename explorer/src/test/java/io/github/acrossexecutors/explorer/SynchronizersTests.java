package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Exchanger;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Latches, semaphores, barriers and what they all stand on: parking. */
class SynchronizersTests {

    @Test
    void passesALatch() {
        assertThat(Interleavings.explore(LatchTestCase.class)).passesExhaustively();
    }

    @Test
    void findsALatchThatNeverOpens() {
        assertThat(Interleavings.explore(LatchOfTwoTestCase.class)).breaksWith(Kind.STUCK);
    }

    @Test
    void findsASemaphoreLeak() {
        assertThat(Interleavings.explore(SemaphoreLeakTestCase.class)).breaksWith(Kind.STUCK);
    }

    @Test
    void findsALostUnpark() {
        assertThat(Interleavings.explore(ParkingOnceTestCase.class)).breaksWith(Kind.STUCK);
    }

    @Test
    void passesAParkThatAsksAgain() {
        assertThat(Interleavings.explore(ParkingAgainTestCase.class)).passesExhaustively();
    }

    @Test
    void passesAnExchanger() {
        assertThat(Interleavings.explore(ExchangerTestCase.class)).passesExhaustively();
    }

    @Test
    void passesAPhaser() {
        assertThat(Interleavings.explore(PhaserTestCase.class)).passesExhaustively();
    }

    @Test
    void passesACyclicBarrier() {
        assertThat(Interleavings.explore(BarrierTestCase.class)).passesExhaustively();
    }

    @Test
    void doesNotTimeOutWhileSomebodyCanGoOn() {
        assertThat(Interleavings.explore(TimedAwaitTestCase.class)).passesExhaustively();
    }

    static final class LatchTestCase {
        private final CountDownLatch l = new CountDownLatch(1);
        int v, seen;

        @Actor
        void put() {
            v = 7;
            l.countDown();
        }

        @Actor
        void take() throws Exception {
            l.await();
            seen = v;
        }

        @Check
        void isRight() {
            if (seen != 7) throw new AssertionError("seen " + seen);
        }
    }

    static final class LatchOfTwoTestCase {
        private final CountDownLatch l = new CountDownLatch(2);

        @Actor
        void put() {
            l.countDown();
        }

        @Actor
        void take() throws Exception {
            l.await();
        }
    }

    static final class SemaphoreLeakTestCase {
        private final Semaphore s = new Semaphore(1);
        private int n;

        void work() throws Exception {
            s.acquire();
            if (++n == 1) return;
            s.release();
        }

        @Actor
        void anna() throws Exception {
            work();
        }

        @Actor
        void ben() throws Exception {
            work();
        }
    }

    @SuppressWarnings("NullAway") // part of what is tested
    static final class ParkingOnceTestCase {
        private volatile boolean ready;
        private volatile Thread waiter;

        @Actor
        void wait_() {
            waiter = Thread.currentThread();
            if (!ready) LockSupport.park();
        }

        @Actor
        void wake() {
            Thread w = waiter;
            ready = true;
            if (w != null) LockSupport.unpark(w);
        }
    }

    @SuppressWarnings("NullAway") // part of what is tested
    static final class ParkingAgainTestCase {
        private volatile boolean ready;
        private volatile Thread waiter;

        @Actor
        void wait_() {
            waiter = Thread.currentThread();
            while (!ready) LockSupport.park();
        }

        @Actor
        void wake() {
            ready = true;
            LockSupport.unpark(waiter);
        }
    }

    static final class ExchangerTestCase {
        final Exchanger<Integer> x = new Exchanger<>();
        int a, b;

        @Actor
        void anna() throws Exception {
            a = x.exchange(1);
        }

        @Actor
        void ben() throws Exception {
            b = x.exchange(2);
        }

        @Check
        void isRight() {
            if (a != 2 || b != 1) throw new AssertionError(a + " " + b);
        }
    }

    static final class PhaserTestCase {
        final Phaser p = new Phaser(2);
        int a, b, s;

        @Actor
        void anna() {
            a = 1;
            p.arriveAndAwaitAdvance();
            s = a + b;
        }

        @Actor
        void ben() {
            b = 2;
            p.arriveAndAwaitAdvance();
        }

        @Check
        void isRight() {
            if (s != 3) throw new AssertionError("s " + s);
        }
    }

    static final class BarrierTestCase {
        final CyclicBarrier p = new CyclicBarrier(2);
        int a, b, s;

        @Actor
        void anna() throws Exception {
            a = 1;
            p.await();
            s = a + b;
        }

        @Actor
        void ben() throws Exception {
            b = 2;
            p.await();
        }

        @Check
        void isRight() {
            if (s != 3) throw new AssertionError("s " + s);
        }
    }

    static final class TimedAwaitTestCase {
        final CountDownLatch l = new CountDownLatch(1);
        boolean ok;

        @Actor
        void anna() throws Exception {
            ok = l.await(1, TimeUnit.SECONDS);
        }

        @Actor
        void ben() {
            l.countDown();
        }

        @Check
        void isRight() {
            if (!ok) throw new AssertionError("timed out");
        }
    }
}
