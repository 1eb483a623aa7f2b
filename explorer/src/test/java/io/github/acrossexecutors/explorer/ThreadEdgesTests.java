package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What starting, ending and interrupting threads orders. */
class ThreadEdgesTests {

    @Test
    void anInterruptOrdersWhatCameBeforeItForOneWhoWaits() {
        assertThat(Interleavings.explore(InterruptedWaitTestCase.class)).passesExhaustively();
    }

    @Test
    void anInterruptOrdersWhatCameBeforeItForOneWhoAsks() {
        assertThat(Interleavings.explore(AskedTestCase.class)).passes();
    }

    @Test
    void oneWhoAsksForAnInterruptOverAndOverLetsOthersGoOn() {
        assertThat(Interleavings.of(AskingTestCase.class).preemptions(1).explore())
                .passes();
    }

    @Test
    void aStartOrdersWhatCameBeforeItAndAJoinWhatCameAfter() {
        assertThat(Interleavings.explore(JoinedTestCase.class)).passesExhaustively();
    }

    @Test
    void aThreadThatIsNotJoinedIsRacedWith() {
        assertThat(Interleavings.explore(NotJoinedTestCase.class)).breaksWith(Kind.WRONG_RESULT);
    }

    @Test
    void aThreadThatIsNoLongerAliveHasPublishedWhatItDid() {
        assertThat(Interleavings.explore(NotAliveTestCase.class)).passes();
    }

    @Test
    void whatCameBeforeAThreadEndedIsTriedBesideWhatCameAfter() {
        assertThat(Interleavings.explore(LostAfterEndTestCase.class)).breaksWith(Kind.WRONG_RESULT);
    }

    static final class InterruptedWaitTestCase {

        private final Thread[] waiter = new Thread[1];
        private int data;
        private int seen = 7;

        @Actor
        void waits() {
            synchronized (waiter) {
                waiter[0] = Thread.currentThread();
                waiter.notifyAll();
            }
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException interrupted) {
                seen = data;
            }
        }

        @Actor
        void interrupts() throws InterruptedException {
            synchronized (waiter) {
                while (waiter[0] == null) {
                    waiter.wait();
                }
            }
            data = 7;
            waiter[0].interrupt();
        }

        @Check
        void sawTheData() {
            if (seen != 7) {
                throw new AssertionError("saw " + seen);
            }
        }
    }

    static final class AskedTestCase {

        private volatile @Nullable Thread asker;
        private int data;
        private int seen = 7;

        @Actor
        void asks() throws InterruptedException {
            asker = Thread.currentThread();
            try {
                Thread.sleep(1);
            } catch (InterruptedException interrupted) {
                seen = data;
            }
            if (Thread.currentThread().isInterrupted()) {
                seen = data;
            }
        }

        @Actor
        void interrupts() {
            Thread other = asker;
            if (other != null) {
                data = 7;
                other.interrupt();
            }
        }

        @Check
        void sawTheData() {
            if (seen != 7) {
                throw new AssertionError("saw " + seen);
            }
        }
    }

    static final class AskingTestCase {

        private volatile @Nullable Thread asker;

        @Actor
        void asks() {
            asker = Thread.currentThread();
            while (!Thread.currentThread().isInterrupted()) {
                // that is what is tested
            }
        }

        @Actor
        void interrupts() {
            Thread other = asker;
            while (other == null) {
                Thread.onSpinWait();
                other = asker;
            }
            other.interrupt();
        }
    }

    static final class JoinedTestCase {

        private int data = 1;

        @Actor
        void anna() throws InterruptedException {
            data = 2;
            Thread thread = new Thread(() -> data++);
            thread.start();
            thread.join();
            data++;
        }

        @Actor
        void ben() {}

        @Check
        void allCounted() {
            if (data != 4) {
                throw new AssertionError("counted " + data);
            }
        }
    }

    static final class NotJoinedTestCase {

        private int data;

        @Actor
        void anna() {
            new Thread(() -> data++).start();
            data++;
        }

        @Actor
        void ben() {}

        @Check
        void allCounted() {
            if (data != 2) {
                throw new AssertionError("counted " + data);
            }
        }
    }

    static final class NotAliveTestCase {

        private int data;
        private int seen;

        @Actor
        void anna() {
            Thread thread = new Thread(() -> data = 7);
            thread.start();
            while (thread.isAlive()) {
                Thread.onSpinWait();
            }
            seen = data;
        }

        @Actor
        void ben() {}

        @Check
        void sawTheData() {
            if (seen != 7) {
                throw new AssertionError("saw " + seen);
            }
        }
    }

    static final class LostAfterEndTestCase {

        private volatile int total;
        private boolean alive = true;

        @Actor
        void anna() {
            Thread thread = new Thread(() -> {});
            thread.start();
            alive = thread.isAlive();
            int seen = total;
            total = seen + 1;
        }

        @Actor
        @SuppressWarnings("NonAtomicVolatileUpdate") // part of what is tested
        void ben() {
            total += 10;
        }

        @Check
        void nothingWasLostAfterTheEnd() {
            if (!alive && total == 1) {
                throw new AssertionError("lost");
            }
        }
    }
}
