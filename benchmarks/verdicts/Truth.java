import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Code whose speedup is known, and what a verdict on it must never be. */
enum Truth {
    A("identical code", 1.2, "MET", () -> Work.count(0, 60_000, 1), () -> Work.count(0, 60_000, 1)),
    C("CPU-bound chunks under one lock, two threads", 1.4, "MET", Work::sequentialChunks, Work::chunksUnderOneLock),
    D("32 waits of 2 ms, pool of 8", 5, "NOT_MET", () -> Work.waits(32), () -> Work.waitsIn(Work.EIGHT)),
    E("32 waits of 2 ms, pool of 1", 5, "MET", () -> Work.waits(32), () -> Work.waitsIn(Work.ONE)),
    G1("code 1.3x faster, bar 1.1", 1.1, "NOT_MET", () -> Work.spin(1_300_000), () -> Work.spin(1_000_000)),
    G2("code 1.3x faster, bar 1.6", 1.6, "MET", () -> Work.spin(1_300_000), () -> Work.spin(1_000_000)),
    I("CPU-bound chunks serialised by a spin lock", 1.4, "MET", Work::sequentialChunks, Work::chunksUnderSpinLock),
    M("truth exactly at the bar", 1.3, "", () -> Work.spin(1_300_000), () -> Work.spin(1_000_000)),
    B("CPU-bound chunks handed out over two threads", 1.4, "NOT_MET", Work::sequentialChunks, Work::chunksHandedOut),
    N("neighbouring counters on one cache line", 1.4, "", Work::countInOneThread, Work::countSideBySide);

    final String what;
    final double bar;
    /** The verdict that would be a lie; empty where either may happen. */
    final String falseVerdict;

    final Callable<?> baseline;
    final Callable<?> contender;

    Truth(String what, double bar, String falseVerdict, Callable<?> baseline, Callable<?> contender) {
        this.what = what;
        this.bar = bar;
        this.falseVerdict = falseVerdict;
        this.baseline = baseline;
        this.contender = contender;
    }

    /** The pieces that truths are made of. */
    static final class Work {

        static final ExecutorService ONE = daemons(1);
        static final ExecutorService TWO = daemons(2);
        static final ExecutorService EIGHT = daemons(8);
        private static final int CHUNKS = 64;
        private static final int CHUNK = 2_000;
        private static final Object LOCK = new Object();
        private static final AtomicBoolean SPIN_LOCK = new AtomicBoolean();
        private static final int COUNTS = 2_000_000;

        private Work() {}

        private static ExecutorService daemons(int threads) {
            return Executors.newFixedThreadPool(threads, task -> {
                Thread thread = new Thread(task);
                thread.setDaemon(true);
                return thread;
            });
        }

        /** Primes from {@code from} below {@code to}, every {@code step}th number. */
        static int count(int from, int to, int step) {
            int primes = 0;
            for (int n = Math.max(2, from); n < to; n += step) {
                primes += isPrime(n) ? 1 : 0;
            }
            return primes;
        }

        private static boolean isPrime(int n) {
            for (int d = 2; (long) d * d <= n; d++) {
                if (n % d == 0) {
                    return false;
                }
            }
            return true;
        }

        static long spin(int steps) {
            long x = steps | 1;
            for (int i = 0; i < steps; i++) {
                x ^= x << 13;
                x ^= x >>> 7;
                x ^= x << 17;
            }
            return x;
        }

        private static int chunk(int index) {
            return count(index * CHUNK, (index + 1) * CHUNK, 1);
        }

        static int sequentialChunks() {
            return IntStream.range(0, CHUNKS).map(Work::chunk).sum();
        }

        static int chunksHandedOut() throws Exception {
            return onTwo(Work::chunk);
        }

        static int chunksUnderOneLock() throws Exception {
            return onTwo(index -> {
                synchronized (LOCK) {
                    return chunk(index);
                }
            });
        }

        static int chunksUnderSpinLock() throws Exception {
            return onTwo(index -> {
                while (!SPIN_LOCK.compareAndSet(false, true)) {
                    Thread.onSpinWait();
                }
                try {
                    return chunk(index);
                } finally {
                    SPIN_LOCK.set(false);
                }
            });
        }

        private static int onTwo(IntUnaryOperator chunk) throws Exception {
            AtomicInteger next = new AtomicInteger();
            Callable<Integer> worker = () -> {
                int sum = 0;
                for (int i = next.getAndIncrement(); i < CHUNKS; i = next.getAndIncrement()) {
                    sum += chunk.applyAsInt(i);
                }
                return sum;
            };
            int sum = 0;
            for (Future<Integer> part : TWO.invokeAll(List.of(worker, worker))) {
                sum += part.get();
            }
            return sum;
        }

        static int waits(int number) throws InterruptedException {
            for (int i = 0; i < number; i++) {
                Thread.sleep(2);
            }
            return number;
        }

        static int waitsIn(ExecutorService pool) throws Exception {
            Callable<Integer> wait = () -> waits(1);
            int waited = 0;
            for (Future<Integer> one : pool.invokeAll(Collections.nCopies(32, wait))) {
                waited += one.get();
            }
            return waited;
        }

        static long countInOneThread() {
            AtomicLongArray counters = new AtomicLongArray(2);
            for (int i = 0; i < COUNTS; i++) {
                counters.incrementAndGet(0);
                counters.incrementAndGet(1);
            }
            return counters.get(0) + counters.get(1);
        }

        static long countSideBySide() throws Exception {
            AtomicLongArray counters = new AtomicLongArray(2);
            List<Callable<Long>> sides = IntStream.range(0, 2)
                    .<Callable<Long>>mapToObj(side -> () -> {
                        for (int i = 0; i < COUNTS; i++) {
                            counters.incrementAndGet(side);
                        }
                        return counters.get(side);
                    })
                    .toList();
            long sum = 0;
            for (Future<Long> side : TWO.invokeAll(sides)) {
                sum += side.get();
            }
            return sum;
        }
    }
}
