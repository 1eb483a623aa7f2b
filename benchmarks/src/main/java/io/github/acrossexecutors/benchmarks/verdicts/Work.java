package io.github.acrossexecutors.benchmarks.verdicts;

import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the truths are made of: work of a known size that the compiler cannot drop. */
final class Work {

    /** Of the work that is shared out; one takes about 1.3 ms. */
    static final int CHUNKS = 64;

    private static final int CHUNK = 8_000;
    /** Large numbers close together, so that all chunks are of one length. */
    private static final int FIRST = 1_000_000;

    private static final AtomicLong KEPT = new AtomicLong();

    private Work() {}

    /** Keep a result alive. */
    static void keep(long result) {
        KEPT.setRelease(result);
    }

    static int chunk(int index) {
        return primes(FIRST + index * CHUNK, FIRST + (index + 1) * CHUNK, 1);
    }

    static int chunks(int from, int to) {
        return IntStream.range(from, to).map(Work::chunk).sum();
    }

    static int allChunks() {
        return chunks(0, CHUNKS);
    }

    /** The same, giving up the CPU after every hundredth number. */
    @SuppressWarnings("ThreadPriorityCheck") // Yielding is what this is about.
    static int allChunksYielding() {
        int primes = 0;
        for (int from = FIRST; from < FIRST + CHUNKS * CHUNK; from += 100) {
            primes += primes(from, from + 100, 1);
            Thread.yield();
        }
        return primes;
    }

    /** A part of a chunk: the tenths from {@code from} before {@code to}. */
    static int tenths(int index, int from, int to) {
        int start = FIRST + index * CHUNK;
        return primes(start + from * CHUNK / 10, start + to * CHUNK / 10, 1);
    }

    /** Count the primes from {@code from} below {@code to}, looking at every {@code step}th number. */
    static int primes(int from, int to, int step) {
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

    static int waits(int number) throws InterruptedException {
        for (int i = 0; i < number; i++) {
            Thread.sleep(2);
        }
        return number;
    }

    /** 1 GB in pieces that live for a while. */
    static long allocate() {
        long[][] alive = new long[4_096][];
        for (int i = 0; i < 2_000_000; i++) {
            alive[i % alive.length] = new long[64];
        }
        return alive[0].length;
    }

    /** So many steps of about 5 ms. Two of these execute the same machine code: only the number differs. */
    record Spin(int steps) implements Callable<Long> {

        private static final int STEP = 3_000_000;

        @Override
        public Long call() {
            long x = steps | 1;
            for (int i = 0; i < steps; i++) {
                x = step(x);
            }
            return x;
        }

        private static long step(long seed) {
            long x = seed;
            for (int i = 0; i < STEP; i++) {
                x ^= x << 13;
                x ^= x >>> 7;
                x ^= x << 17;
            }
            return x;
        }
    }

    /** Of two lengths, picked at random: the shorter one in a third of all executions. */
    record Bimodal(Spin shorter, Spin longer) implements Callable<Long> {

        @Override
        public Long call() {
            return ThreadLocalRandom.current().nextInt(3) == 0 ? shorter.call() : longer.call();
        }
    }

    /** Computes once. */
    static final class Memoised implements Callable<Integer> {

        private @Nullable Integer known;

        @Override
        public Integer call() {
            Integer result = known;
            if (result == null) {
                result = allChunks();
                known = result;
            }
            return result;
        }
    }
}
