package io.github.acrossexecutors.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.parallel.Isolated;

/** Whose thread died, and which outlive their body. */
@Isolated("replaces the JVM's default handler of uncaught exceptions")
class BodyThreadsTests {

    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private final ConcurrentLinkedQueue<Throwable> seenByTheHandlerBefore = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void installAHandler() {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> seenByTheHandlerBefore.add(thrown));
    }

    @AfterEach
    void restore() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    private static void diesOf(RuntimeException thrown, ThreadFactory factory) throws InterruptedException {
        Thread thread = factory.newThread(() -> {
            throw thrown;
        });
        thread.start();
        thread.join();
    }

    private static void watch(BodyThreads threads, TaskBody body) {
        new TaskRun("task 0", 0, body, RoundClock.running(), threads).run();
    }

    @Test
    void tellsOfAThreadThatTheBodyStarted() {
        RuntimeException thrown = new IllegalStateException();
        BodyThreads threads = new BodyThreads();

        watch(threads, task -> diesOf(thrown, run -> new Thread(run, "dying")));

        assertThat(threads.takeDeaths()).containsExactly(new BodyThreads.Death("dying", thrown));
        assertThat(threads.takeDeaths()).isEmpty();
        assertThat(seenByTheHandlerBefore).isEmpty();
    }

    @Test
    void tellsOfAThreadThatSuchAThreadStarted() {
        RuntimeException thrown = new IllegalStateException();
        BodyThreads threads = new BodyThreads();

        watch(threads, task -> {
            Thread outer = new Thread(() -> {
                Thread inner = new Thread(() -> {
                    throw thrown;
                });
                inner.start();
                joinUninterrupted(inner);
            });
            outer.start();
            outer.join();
        });

        assertThat(threads.takeDeaths()).extracting(BodyThreads.Death::cause).containsExactly(thrown);
    }

    private static void joinUninterrupted(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void tellsOfAVirtualThreadToo() {
        RuntimeException thrown = new IllegalStateException();
        BodyThreads threads = new BodyThreads();

        watch(threads, task -> diesOf(thrown, VirtualThreadSupport.factory()));

        assertThat(threads.takeDeaths()).singleElement().satisfies(death -> {
            assertThat(death.cause()).isSameAs(thrown);
            assertThat(death.thread()).startsWith("thread #");
        });
    }

    @Test
    void leavesOtherThreadsToTheHandlerBefore() throws InterruptedException {
        RuntimeException thrown = new IllegalStateException();
        BodyThreads threads = new BodyThreads();

        diesOf(thrown, Thread::new);

        assertThat(threads.takeDeaths()).isEmpty();
        assertThat(seenByTheHandlerBefore).containsExactly(thrown);
    }

    @Test
    void leavesAThreadThatDiesTooLateToTheHandlerBefore() throws InterruptedException {
        RuntimeException thrown = new IllegalStateException();
        BodyThreads threads = new BodyThreads();
        CountDownLatch closed = new CountDownLatch(1);
        ConcurrentLinkedQueue<Thread> started = new ConcurrentLinkedQueue<>();
        watch(threads, task -> {
            Thread thread = new Thread(() -> {
                awaitUninterrupted(closed);
                throw thrown;
            });
            started.add(thread);
            thread.start();
        });

        threads.close(thread -> false);
        closed.countDown();
        for (Thread thread : started) {
            thread.join();
        }

        assertThat(threads.takeDeaths()).isEmpty();
        assertThat(seenByTheHandlerBefore).containsExactly(thrown);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            Deadlines.await(latch);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void belongsToTheOuterBodyAgainAfterANestedOne() {
        RuntimeException thrown = new IllegalStateException();
        BodyThreads outer = new BodyThreads();
        BodyThreads inner = new BodyThreads();

        watch(outer, task -> {
            watch(inner, nested -> {});
            diesOf(thrown, Thread::new);
        });

        assertThat(outer.takeDeaths()).hasSize(1);
        assertThat(inner.takeDeaths()).isEmpty();
    }

    @Test
    void namesTheThreadsThatOutliveTheBody() {
        BodyThreads threads = new BodyThreads();
        CountDownLatch release = new CountDownLatch(1);
        try {
            watch(threads, task -> {
                new Thread(() -> awaitUninterrupted(release), "leftover").start();
                new Thread(() -> awaitUninterrupted(release), "worker").start();
            });

            List<String> alive = threads.close(thread -> thread.getName().equals("worker"));

            assertThat(alive).contains("leftover").doesNotContain("worker");
        } finally {
            release.countDown();
        }
    }

    @Test
    void namesNoneIfTheBodyStartedNone() {
        BodyThreads threads = new BodyThreads();
        watch(threads, task -> {});
        CountDownLatch release = new CountDownLatch(1);
        new Thread(() -> awaitUninterrupted(release), "somebody else's").start();

        assertThat(threads.close(thread -> false)).isEmpty();
        release.countDown();
    }

    @Test
    void doesNotTakeTheThreadsOfTheJvmForLeftovers() {
        BodyThreads threads = new BodyThreads();

        watch(threads, task -> {
            ForkJoinPool.commonPool().submit(() -> {}).get();
            if (VirtualThreadSupport.isAvailable()) {
                Thread virtual = VirtualThreadSupport.factory().newThread(() -> {});
                virtual.start();
                virtual.join();
            }
        });

        assertThat(threads.close(thread -> false))
                .noneMatch(name -> name.startsWith("ForkJoinPool.commonPool") || name.startsWith("VirtualThread"));
    }
}
