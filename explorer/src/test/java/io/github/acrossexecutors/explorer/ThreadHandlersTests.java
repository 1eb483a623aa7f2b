package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What leaves a thread goes where it goes in Java; where nobody handles it, the thread is blamed. */
class ThreadHandlersTests {

    @Test
    void givesWhatABodyThrowsToTheHandlerOfItsThread() {
        assertThat(Interleavings.explore(HandledTestCase.class)).passes();
    }

    @Test
    void givesWhatABodyThrowsToAThreadGroupThatHandlesIt() {
        assertThat(Interleavings.explore(HandledByGroupTestCase.class)).passes();
    }

    @Test
    void goesOnWithAnotherWorkerWhereAPoolsTaskThrowsAndItsWorkerHasAHandler() {
        assertThat(Interleavings.explore(HandledInPoolTestCase.class)).passes();
    }

    @Test
    void forgetsWhatAHandlerThrowsAsJavaDoes() {
        assertThat(Interleavings.explore(HandlerThrowsTestCase.class)).passes();
    }

    @Test
    void blamesABodyThatThrowsWhereNobodyHandlesIt() {
        assertThat(Interleavings.explore(NotHandledTestCase.class)).breaksWith(Kind.EXCEPTION);
    }

    static final class HandledTestCase {

        private final AtomicReference<@Nullable Throwable> seen = new AtomicReference<>();

        @Actor
        void anna() throws InterruptedException {
            Thread thread = new Thread(() -> {
                throw new IllegalStateException("part of what is tested");
            });
            thread.setUncaughtExceptionHandler((dying, thrown) -> seen.set(thrown));
            thread.start();
            thread.join();
        }

        @Actor
        void ben() {}

        @Check
        void sawIt() {
            if (!(seen.get() instanceof IllegalStateException)) {
                throw new AssertionError("saw " + seen.get());
            }
        }
    }

    static final class HandledByGroupTestCase {

        private int seen;

        private final class Handling extends ThreadGroup {

            Handling() {
                super("handling");
            }

            @Override
            public void uncaughtException(Thread dying, Throwable thrown) {
                seen++;
            }
        }

        @Actor
        void anna() throws InterruptedException {
            Thread thread = new Thread(new Handling(), () -> {
                throw new IllegalStateException("part of what is tested");
            });
            thread.start();
            thread.join();
        }

        @Actor
        void ben() {}

        @Check
        void sawIt() {
            if (seen != 1) {
                throw new AssertionError("saw " + seen);
            }
        }
    }

    static final class HandlerThrowsTestCase {

        @Actor
        void anna() throws InterruptedException {
            Thread thread = new Thread(() -> {
                throw new IllegalStateException("part of what is tested");
            });
            thread.setUncaughtExceptionHandler((dying, thrown) -> {
                throw new IllegalArgumentException(thrown);
            });
            thread.start();
            thread.join();
        }

        @Actor
        void ben() {}
    }

    static final class NotHandledTestCase {

        @Actor
        void anna() {
            new Thread(() -> {
                        throw new IllegalStateException("part of what is tested");
                    })
                    .start();
        }

        @Actor
        void ben() {}
    }

    static final class HandledInPoolTestCase {

        private final AtomicInteger ran = new AtomicInteger();

        @Actor
        void anna() {
            try (ExecutorService pool = Executors.newFixedThreadPool(1, this::handled)) {
                pool.execute(() -> {
                    throw new IllegalStateException("part of what is tested");
                });
                pool.execute(ran::incrementAndGet);
            }
        }

        private Thread handled(Runnable body) {
            Thread thread = new Thread(body);
            thread.setUncaughtExceptionHandler((dying, thrown) -> {});
            return thread;
        }

        @Actor
        void ben() {}

        @Check
        void wentOn() {
            if (ran.get() != 1) {
                throw new AssertionError("ran " + ran);
            }
        }
    }
}
