package io.github.acrossexecutors.benchmarks.verdicts;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** Ways to put work on two threads, most of them wrong. */
final class TwoThreads {

    private static final ExecutorService POOL = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().name("two-threads-", 1).daemon().factory());
    private static final Object LOCK = new Object();
    private static final AtomicBoolean TAKEN = new AtomicBoolean();
    private static final int INCREMENTS = 6_000_000;

    private TwoThreads() {}

    /** Serialised by one lock, chunk after chunk. */
    static int underOneLock() throws Exception {
        return handedOut(TwoThreads::lockedChunk);
    }

    static int lockedChunk(int index) {
        synchronized (LOCK) {
            return Work.chunk(index);
        }
    }

    /** Serialised by a lock whose waiters burn CPU time. */
    static int underSpinLock() throws Exception {
        return handedOut(TwoThreads::spinLockedChunk);
    }

    static int spinLockedChunk(int index) {
        while (!TAKEN.compareAndSet(false, true)) {
            Thread.onSpinWait();
        }
        try {
            return Work.chunk(index);
        } finally {
            TAKEN.set(false);
        }
    }

    private static int handedOut(IntUnaryOperator chunk) throws Exception {
        AtomicInteger next = new AtomicInteger();
        return onBoth(thread -> {
            int sum = 0;
            for (int i = next.getAndIncrement(); i < Work.CHUNKS; i = next.getAndIncrement()) {
                sum += chunk.applyAsInt(i);
            }
            return sum;
        });
    }

    /** Both threads do all of the work. */
    static int everythingTwice() throws Exception {
        return onBoth(thread -> Work.allChunks());
    }

    /** Half of a chunk with the lock, half of it without. */
    static int halfLockedChunk(int index) {
        int sum = Work.tenths(index, 0, 5);
        synchronized (LOCK) {
            return sum + Work.tenths(index, 5, 10);
        }
    }

    /** One thread does seven tenths of a chunk and hands it on to the other, which does the rest. */
    static int inTwoStages() throws Exception {
        Semaphore handedOn = new Semaphore(0);
        return onBoth(stage -> {
            int sum = 0;
            for (int i = 0; i < Work.CHUNKS; i++) {
                if (stage == 0) {
                    sum += Work.tenths(i, 0, 7);
                    handedOn.release();
                } else {
                    handedOn.acquireUninterruptibly();
                    sum += Work.tenths(i, 7, 10);
                }
            }
            return sum;
        });
    }

    /** Primes split by stride 2: one thread gets all the even numbers, of which none but 2 is prime. */
    static int byStride(int below) throws Exception {
        return onBoth(thread -> Work.primes(2 + thread, below, 2));
    }

    /** Two counters that nobody shares. */
    static long countInOneThread() {
        AtomicLongArray counters = new AtomicLongArray(2);
        for (int i = 0; i < INCREMENTS; i++) {
            counters.incrementAndGet(0);
            counters.incrementAndGet(1);
        }
        return counters.get(0) + counters.get(1);
    }

    /** The same two counters, one for each thread, on one cache line. */
    static int countSideBySide() throws Exception {
        AtomicLongArray counters = new AtomicLongArray(2);
        return onBoth(thread -> {
            for (int i = 0; i < INCREMENTS; i++) {
                counters.incrementAndGet(thread);
            }
            return (int) counters.get(thread);
        });
    }

    private static int onBoth(IntUnaryOperator share) throws Exception {
        List<Callable<Integer>> shares = IntStream.range(0, 2)
                .<Callable<Integer>>mapToObj(thread -> () -> share.applyAsInt(thread))
                .toList();
        int sum = 0;
        for (Future<Integer> part : POOL.invokeAll(shares)) {
            sum += part.get();
        }
        return sum;
    }
}
