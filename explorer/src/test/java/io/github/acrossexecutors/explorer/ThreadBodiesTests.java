package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a thread runs is run as Java runs it, whoever calls it. */
class ThreadBodiesTests {

    @Test
    @Timeout(20)
    void runsABodyThatIsCalledAndNotStarted() {
        assertThat(Interleavings.explore(CalledTestCase.class)).passesExhaustively();
    }

    @Test
    @Timeout(20)
    void runsABodyThatAThreadOfItsOwnSurrounds() {
        assertThat(Interleavings.explore(SurroundedTestCase.class)).passes();
    }

    @Test
    @Timeout(20)
    void saysSoWhereAThreadWasMadeUnseenAndEndsUnseen() {
        Exploration found = Interleavings.explore(MadeUnseenTestCase.class);

        assertThat(found.outcome()).isInstanceOf(Outcome.NotControlled.class);
    }

    @Test
    void runsABodyThatCallsTheOneItOverrides() {
        assertThat(Interleavings.explore(OverriddenTestCase.class)).passes();
    }

    @SuppressWarnings("DoNotCall") // part of what is tested
    static final class CalledTestCase {

        private final AtomicInteger count = new AtomicInteger();

        @Actor
        void anna() {
            new Thread(count::incrementAndGet).run();
        }

        @Actor
        void ben() {
            count.incrementAndGet();
        }

        @Check
        void bothCounted() {
            if (count.get() != 2) {
                throw new AssertionError("counted " + count);
            }
        }
    }

    static final class SurroundedTestCase {

        private final AtomicInteger alive = new AtomicInteger();
        private int data;

        private final class Counted extends Thread {

            Counted(Runnable body) {
                super(body);
            }

            @Override
            public void run() {
                alive.incrementAndGet();
                try {
                    super.run();
                } finally {
                    alive.decrementAndGet();
                }
            }
        }

        @Actor
        void anna() throws InterruptedException {
            Thread thread = new Counted(() -> data = 7);
            thread.start();
            thread.join();
        }

        @Actor
        void ben() {}

        @Check
        void ranAndEnded() {
            if (data != 7 || alive.get() != 0) {
                throw new AssertionError(data + ", alive: " + alive);
            }
        }
    }

    static final class MadeUnseenTestCase {

        @Actor
        void anna() throws Exception {
            Thread thread = Thread.class.getConstructor().newInstance();
            thread.start();
            thread.join();
        }

        @Actor
        void ben() {}
    }

    static final class OverriddenTestCase {

        private final AtomicInteger count = new AtomicInteger();

        private class Base extends Thread {

            @Override
            public void run() {
                count.incrementAndGet();
            }
        }

        private final class Sub extends Base {

            @Override
            public void run() {
                super.run();
                count.incrementAndGet();
            }
        }

        @Actor
        void anna() throws InterruptedException {
            Thread thread = new Sub();
            thread.start();
            thread.join();
        }

        @Actor
        void ben() {}

        @Check
        void bothCounted() {
            if (count.get() != 2) {
                throw new AssertionError("counted " + count);
            }
        }
    }
}
