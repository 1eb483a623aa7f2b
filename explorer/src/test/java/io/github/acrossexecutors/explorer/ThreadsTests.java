package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Threads that the subject starts take part, or it says so. */
class ThreadsTests {

    @Test
    void passesAFixedPool() {
        assertThat(Interleavings.explore(PoolTestCase.class)).passes();
    }

    @Test
    void findsALostUpdateOfVirtualThreads() {
        assertThat(Interleavings.explore(VirtualThreadsTestCase.class)).breaksWith(Kind.WRONG_RESULT);
    }

    @Test
    void passesAJoinedThread() {
        assertThat(Interleavings.explore(JoinedThreadTestCase.class)).passesExhaustively();
    }

    @Test
    void findsALostUpdateOfThreadsWithARunOfTheirOwn() {
        assertThat(Interleavings.explore(OwnRunTestCase.class)).breaksWith(Kind.WRONG_RESULT);
    }

    @Test
    void passesCombinedFutures() {
        assertThat(Interleavings.explore(CombinedFuturesTestCase.class)).passesExhaustively();
    }

    @Test
    void letsAFutureTimeOutWhenNobodyCanGoOn() {
        assertThat(Interleavings.explore(FutureTimeoutTestCase.class)).passesExhaustively();
    }

    @Test
    void passesAScheduledTask() {
        assertThat(Interleavings.explore(ScheduledTestCase.class)).passesExhaustively();
    }

    @Test
    void holdsASleepForNoOrder() {
        assertThat(Interleavings.explore(SleepTestCase.class)).breaksWith(Kind.WRONG_RESULT);
    }

    @Test
    void doesNotJudgeAParallelStream() {
        Exploration found = Interleavings.explore(ParallelTestCase.class);
        assertThat(found.outcome()).isInstanceOf(Outcome.NotControlled.class);
        assertThat(found.message()).contains("ForkJoinPool");
    }

    static final class PoolTestCase {
        private int total;

        @Actor
        void anna() throws Exception {
            try (ExecutorService e = Executors.newFixedThreadPool(2)) {
                Future<Integer> f = e.submit(() -> 1);
                Future<Integer> g = e.submit(() -> 2);
                synchronized (this) {
                    total += f.get() + g.get();
                }
            }
        }

        @Actor
        void ben() {
            synchronized (this) {
                total++;
            }
        }

        @Check
        void isRight() {
            if (total != 4) throw new AssertionError("t " + total);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // part of what is tested
    static final class VirtualThreadsTestCase {
        private int total;

        @Actor
        void anna() throws Exception {
            try (ExecutorService e = Executors.newVirtualThreadPerTaskExecutor()) {
                e.submit(() -> total++);
                e.submit(() -> total++);
            }
        }

        @Actor
        void ben() {}

        @Check
        void isRight() {
            if (total != 2) throw new AssertionError("t " + total);
        }
    }

    static final class JoinedThreadTestCase {
        private int total;

        @Actor
        void anna() throws Exception {
            Thread t = new Thread(() -> total++);
            t.start();
            t.join();
            total++;
        }

        @Actor
        void ben() {}

        @Check
        void isRight() {
            if (total != 2) throw new AssertionError("t " + total);
        }
    }

    static final class OwnRunTestCase {
        private int total;

        class W extends Thread {
            @Override
            public void run() {
                total++;
            }
        }

        @Actor
        void anna() throws Exception {
            List<W> ws = List.of(new W(), new W());
            ws.forEach(Thread::start);
            for (W w : ws) w.join();
        }

        @Actor
        void ben() {}

        @Check
        void isRight() {
            if (total != 2) throw new AssertionError("t " + total);
        }
    }

    static final class CombinedFuturesTestCase {
        int v;

        @Actor
        void anna() throws Exception {
            v = CompletableFuture.supplyAsync(() -> 20)
                    .thenCombine(CompletableFuture.supplyAsync(() -> 22), Integer::sum)
                    .get();
        }

        @Actor
        void ben() {}

        @Check
        void isRight() {
            if (v != 42) throw new AssertionError("v " + v);
        }
    }

    @SuppressWarnings("NullAway") // part of what is tested
    static final class FutureTimeoutTestCase {
        Object v;

        @Actor
        void anna() throws Exception {
            v = new CompletableFuture<String>()
                    .completeOnTimeout("late", 1, TimeUnit.SECONDS)
                    .get();
        }

        @Actor
        void ben() {}

        @Check
        void isRight() {
            if (!"late".equals(v)) throw new AssertionError("v " + v);
        }
    }

    static final class ScheduledTestCase {
        int v;

        @Actor
        void anna() throws Exception {
            try (ScheduledExecutorService e = Executors.newScheduledThreadPool(1)) {
                v = e.schedule(() -> 3, 1, TimeUnit.SECONDS).get();
            }
        }

        @Actor
        void ben() {}

        @Check
        void isRight() {
            if (v != 3) throw new AssertionError("v " + v);
        }
    }

    @SuppressWarnings("UnusedVariable") // part of what is tested
    static final class SleepTestCase {
        private int v;
        private volatile int w;
        int seen;

        @Actor
        void anna() throws Exception {
            Thread.sleep(100);
            seen = w;
        }

        @Actor
        void ben() {
            w = 1;
        }

        @Check
        void isRight() {
            if (seen != 1) throw new AssertionError("seen " + seen);
        }
    }

    static final class ParallelTestCase {
        final AtomicInteger n = new AtomicInteger();

        @Actor
        void anna() {
            IntStream.range(0, 100).parallel().forEach(i -> n.incrementAndGet());
        }

        @Actor
        void ben() {}
    }
}
