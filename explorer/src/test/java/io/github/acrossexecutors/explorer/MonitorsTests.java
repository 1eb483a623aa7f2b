package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** Monitors, and the verdict on those who wait for ever. */
class MonitorsTests {

    @Test
    void passesAWaitThatAsksFirst() {
        assertThat(Interleavings.explore(AskingFirstTestCase.class)).passesExhaustively();
    }

    @Test
    void findsALostSignal() {
        assertThat(Interleavings.explore(LostSignalTestCase.class)).breaksWith(Kind.STUCK);
    }

    @Test
    void findsANotifyThatWakesTheWrongOne() {
        assertThat(Interleavings.explore(NotifyingBufferTestCase.class)).breaksWith(Kind.STUCK);
    }

    @Test
    void passesABufferThatNotifiesAll() {
        assertThat(Interleavings.explore(BufferNotifyingAllTestCase.class)).passes();
    }

    @Test
    void findsThreePhilosophersStuck() {
        assertThat(Interleavings.explore(PhilosophersTestCase.class)).breaksWith(Kind.STUCK);
    }

    @Test
    void passesAnInterruptOfAWait() {
        assertThat(Interleavings.explore(InterruptedWaitTestCase.class)).passes();
    }

    static final class AskingFirstTestCase {
        private boolean ready;
        private int got;

        @Actor
        void put() {
            synchronized (this) {
                ready = true;
                notifyAll();
            }
        }

        @Actor
        void take() throws Exception {
            synchronized (this) {
                while (!ready) wait();
                got = 1;
            }
        }

        @Check
        void isRight() {
            if (got != 1) throw new AssertionError("got " + got);
        }
    }

    @SuppressWarnings({"UnusedVariable", "WaitNotInLoop"}) // part of what is tested
    static final class LostSignalTestCase {
        private boolean ready;

        @Actor
        void put() {
            synchronized (this) {
                notifyAll();
            }
        }

        @Actor
        void take() throws Exception {
            synchronized (this) {
                wait();
            }
        }
    }

    static final class NotifyingBufferTestCase {
        int n;

        synchronized void put() throws Exception {
            while (n == 1) wait();
            n++;
            notify();
        }

        synchronized void take() throws Exception {
            while (n == 0) wait();
            n--;
            notify();
        }

        @Actor
        void p() throws Exception {
            put();
            put();
        }

        @Actor
        void c1() throws Exception {
            take();
        }

        @Actor
        void c2() throws Exception {
            take();
        }
    }

    static final class BufferNotifyingAllTestCase {
        int n;

        synchronized void put() throws Exception {
            while (n == 1) wait();
            n++;
            notifyAll();
        }

        synchronized void take() throws Exception {
            while (n == 0) wait();
            n--;
            notifyAll();
        }

        @Actor
        void p() throws Exception {
            put();
            put();
        }

        @Actor
        void c1() throws Exception {
            take();
        }

        @Actor
        void c2() throws Exception {
            take();
        }
    }

    static final class PhilosophersTestCase {
        final Object[] f = {new Object(), new Object(), new Object()};

        void eat(int i) {
            synchronized (f[i]) {
                synchronized (f[(i + 1) % 3]) {
                }
            }
        }

        @Actor
        void a() {
            eat(0);
        }

        @Actor
        void b() {
            eat(1);
        }

        @Actor
        void c() {
            eat(2);
        }
    }

    @SuppressWarnings({"NullAway", "ThreadPriorityCheck", "WaitNotInLoop"}) // part of what is tested
    static final class InterruptedWaitTestCase {
        volatile Thread t;
        volatile boolean done;

        @Actor
        void anna() {
            t = Thread.currentThread();
            try {
                synchronized (this) {
                    wait();
                }
            } catch (InterruptedException e) {
                done = true;
            }
        }

        @Actor
        void ben() {
            Thread x;
            while ((x = t) == null) Thread.yield();
            x.interrupt();
        }

        @Check
        void isRight() {
            if (!done) throw new AssertionError("not");
        }
    }
}
