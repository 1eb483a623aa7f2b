package io.github.acrossexecutors.benchmarks.verdicts;

import io.github.acrossexecutors.AcrossExecutors;
import io.github.acrossexecutors.ExecutionModel;
import io.github.acrossexecutors.ExecutorProvider;
import io.github.acrossexecutors.ExpectSpeedup;
import io.github.acrossexecutors.ProviderSettings;
import io.github.acrossexecutors.Task;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** The truths that are about models: one test class each, with one expectation. */
final class Bodies {

    private static final int PRIMES_BELOW = 750_000;

    private Bodies() {}

    /** B: the pool hands out a chunk to whichever thread is free. */
    static class HandedOutTestCase {
        @AcrossExecutors(value = ExecutionModel.FIXED_POOL, tasks = Work.CHUNKS, workers = 2)
        @ExpectSpeedup(of = ExecutionModel.FIXED_POOL, ofIdeal = 0.7)
        void computesAChunk(Task task) {
            Work.keep(Work.chunk(task.index()));
        }
    }

    /** C: as B, one thread at a time. */
    static class UnderOneLockTestCase {
        @AcrossExecutors(value = ExecutionModel.FIXED_POOL, tasks = Work.CHUNKS, workers = 2)
        @ExpectSpeedup(of = ExecutionModel.FIXED_POOL, ofIdeal = 0.7)
        void computesAChunk(Task task) {
            Work.keep(TwoThreads.lockedChunk(task.index()));
        }
    }

    /** I: as C, but who waits burns CPU time. */
    static class UnderSpinLockTestCase {
        @AcrossExecutors(value = ExecutionModel.FIXED_POOL, tasks = Work.CHUNKS, workers = 2)
        @ExpectSpeedup(of = ExecutionModel.FIXED_POOL, ofIdeal = 0.7)
        void computesAChunk(Task task) {
            Work.keep(TwoThreads.spinLockedChunk(task.index()));
        }
    }

    /** D: waits that overlap. */
    static class WaitsInPoolOfEightTestCase {
        @AcrossExecutors(value = ExecutionModel.FIXED_POOL, tasks = 32, workers = 8)
        @ExpectSpeedup(of = ExecutionModel.FIXED_POOL, atLeast = 5)
        void waits() throws InterruptedException {
            Work.waits(1);
        }
    }

    /** W: as D, on threads that end with their tasks. */
    static class WaitsInThreadsOfTheirOwnTestCase {
        @AcrossExecutors(value = ExecutionModel.PLATFORM_THREADS, tasks = 32)
        @ExpectSpeedup(of = ExecutionModel.PLATFORM_THREADS, atLeast = 5)
        void waits() throws InterruptedException {
            Work.waits(1);
        }
    }

    /** E: waits that do not. FIXED_POOL with one worker would be refused as impossible, and so never be measured. */
    static class WaitsInPoolOfOneTestCase {
        @AcrossExecutors(executors = PoolOfOne.class, tasks = 32)
        @ExpectSpeedup(ofExecutor = PoolOfOne.class, atLeast = 5)
        void waits() throws InterruptedException {
            Work.waits(1);
        }
    }

    /** Does not say that it has one worker. */
    static final class PoolOfOne implements ExecutorProvider {
        @Override
        public Executor start(ProviderSettings settings) {
            return Executors.newSingleThreadExecutor(settings.threadFactory());
        }
    }

    /** F: one task has all the even numbers, and so hardly any work. */
    static class ByStrideTestCase {
        @AcrossExecutors(value = ExecutionModel.FIXED_POOL, tasks = 2, workers = 2)
        @ExpectSpeedup(of = ExecutionModel.FIXED_POOL, atLeast = 1.4)
        void countsPrimes(Task task) {
            Work.keep(Work.primes(2 + task.index(), PRIMES_BELOW, 2));
        }
    }

    /** K: only the first round computes. */
    static class MemoisingTestCase {
        private final Map<Integer, Integer> known = new ConcurrentHashMap<>();

        @AcrossExecutors(value = ExecutionModel.FIXED_POOL, tasks = Work.CHUNKS, workers = 2)
        @ExpectSpeedup(of = ExecutionModel.FIXED_POOL, ofIdeal = 0.7)
        void computesAChunkOnce(Task task) {
            Work.keep(known.computeIfAbsent(task.index(), Work::chunk));
        }
    }

    /** L: two halves of one range; larger numbers take longer. */
    static class StaticHalvesTestCase {
        @AcrossExecutors(value = ExecutionModel.FIXED_POOL, tasks = 2, workers = 2)
        @ExpectSpeedup(of = ExecutionModel.FIXED_POOL, ofIdeal = 0.7)
        void countsPrimesOfAHalf(Task task) {
            int half = PRIMES_BELOW / 2;
            Work.keep(Work.primes(task.index() * half, (task.index() + 1) * half, 1));
        }
    }

    /** P: as B on virtual threads, which gain as much as there are CPUs. */
    static class VirtualThreadsTestCase {
        @AcrossExecutors(value = ExecutionModel.VIRTUAL_THREADS, tasks = Work.CHUNKS)
        @ExpectSpeedup(of = ExecutionModel.VIRTUAL_THREADS, ofIdeal = 0.7)
        void computesAChunk(Task task) {
            Work.keep(Work.chunk(task.index()));
        }
    }

    /** Q: the first task is as long as 30 chunks, eleven more are as long as 2: at best 52/30 as fast. */
    static class UnequalTasksTestCase {
        @AcrossExecutors(value = ExecutionModel.FIXED_POOL, tasks = 12, workers = 2)
        @ExpectSpeedup(of = ExecutionModel.FIXED_POOL, ofIdeal = 0.7)
        void computesSomeChunks(Task task) {
            Work.keep(task.index() == 0 ? Work.chunks(0, 30) : Work.chunks(30, 32));
        }
    }

    /** H: whoever comes first waits inside a class initializer, and whoever comes second for its end. */
    static class PinningTestCase {
        @AcrossExecutors(value = ExecutionModel.VIRTUAL_THREADS, tasks = 2)
        void needsAClassThatLoadsSlowly() {
            Work.keep(SlowToLoad.value());
        }
    }

    private static final class SlowToLoad {
        private static final long VALUE;

        static {
            LockSupport.parkNanos(20_000_000);
            VALUE = System.nanoTime();
        }

        static long value() {
            return VALUE;
        }
    }

    /** S: as C, but half of the work needs no lock. */
    static class HalfLockedTestCase {
        @AcrossExecutors(value = ExecutionModel.FIXED_POOL, tasks = Work.CHUNKS, workers = 2)
        @ExpectSpeedup(of = ExecutionModel.FIXED_POOL, atLeast = 1.4)
        void computesAChunk(Task task) {
            Work.keep(TwoThreads.halfLockedChunk(task.index()));
        }
    }

    /** U: waits overlap, computing does as far as there are CPUs. */
    static class ComputesAndWaitsTestCase {
        @AcrossExecutors(value = ExecutionModel.VIRTUAL_THREADS, tasks = 32)
        @ExpectSpeedup(of = ExecutionModel.VIRTUAL_THREADS, atLeast = 2)
        void computesAndWaits(Task task) throws InterruptedException {
            Work.keep(Work.tenths(task.index(), 0, 8));
            Thread.sleep(3);
        }
    }
}
