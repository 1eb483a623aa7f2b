package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Threads and tasks that actors start, and futures they wait for, used as they are meant. */
final class ExecutorsUsedRight {

    private ExecutorsUsedRight() {}

    /** One completes what the other one waits for. */
    static final class CompletedByHand {
        private final CompletableFuture<int[]> answer = new CompletableFuture<>();
        private int seen;

        @Actor
        void answers() {
            answer.complete(new int[] {7});
        }

        @Actor
        void waits() {
            seen = answer.thenApply(numbers -> numbers[0] + 1).join();
        }

        @Check
        void sawTheAnswer() {
            mustBe(8, seen);
        }
    }

    /** Both fill in one part; whoever is last combines them. */
    static final class CombinedFutures {
        private final CompletableFuture<Integer> price = new CompletableFuture<>();
        private final CompletableFuture<Integer> rate = new CompletableFuture<>();
        private final CompletableFuture<Integer> product = price.thenCombine(rate, (one, other) -> one * other);

        @Actor
        void findsThePrice() {
            price.complete(6);
        }

        @Actor
        void findsTheRate() {
            rate.complete(7);
        }

        @Check
        void theProductIsThere() {
            mustBe(42, product.getNow(0));
        }
    }

    /** Both may run it: it is computed once. */
    static final class SharedTask {
        private int computed;
        private final FutureTask<Integer> task = new FutureTask<>(() -> ++computed);
        private int first;
        private int second;

        @Actor
        void runsAndReads() throws InterruptedException, ExecutionException {
            task.run();
            first = task.get();
        }

        @Actor
        void runsAndReadsToo() throws InterruptedException, ExecutionException {
            task.run();
            second = task.get();
        }

        @Check
        void isComputedOnce() {
            mustBe(11, 10 * first + second);
        }
    }

    /** A thread sees what was written before its start, and whoever joins it sees what it wrote. */
    static final class StartAndJoin {
        private int onHand;
        private int delivered;
        private int other;

        @Actor
        void orders() throws InterruptedException {
            onHand = 1;
            Thread delivery = new Thread(() -> delivered = onHand + 1);
            delivery.start();
            delivery.join();
            delivered++;
        }

        @Actor
        void doesSomethingElse() {
            other = 1;
        }

        @Check
        void everythingIsDelivered() {
            mustBe(4, delivered + other);
        }
    }

    static final class VirtualThread {
        private int written;
        private int other;

        @Actor
        void writesElsewhere() throws InterruptedException {
            Thread thread = Thread.ofVirtual().start(() -> written = 3);
            thread.join();
            written++;
        }

        @Actor
        void doesSomethingElse() {
            other = 1;
        }

        @Check
        void itIsWritten() {
            mustBe(5, written + other);
        }
    }

    /** Two callers, one pool of the scenario's own. */
    static final class FixedPool {
        private int sum;
        private int other;

        @Actor
        void addsUp() throws InterruptedException, ExecutionException {
            try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
                Future<Integer> left = pool.submit(() -> 1 + 2);
                Future<Integer> right = pool.submit(() -> 3 + 4);
                sum = left.get() + right.get();
            }
        }

        @Actor
        void doesSomethingElse() {
            other = 1;
        }

        @Check
        void theSumIsRight() {
            mustBe(11, sum + other);
        }
    }

    static final class ThreadPerTask {
        private int sum;
        private int other;

        @Actor
        void addsUp() throws InterruptedException, ExecutionException {
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<Integer> left = executor.submit(() -> 1 + 2);
                Future<Integer> right = executor.submit(() -> 3 + 4);
                sum = left.get() + right.get();
            }
        }

        @Actor
        void doesSomethingElse() {
            other = 1;
        }

        @Check
        void theSumIsRight() {
            mustBe(11, sum + other);
        }
    }

    static final class ForkJoin {
        private int sum;
        private int other;

        @Actor
        void addsUp() throws InterruptedException, ExecutionException {
            try (ForkJoinPool pool = new ForkJoinPool(2)) {
                sum = pool.submit(() -> 1 + 2).get();
            }
        }

        @Actor
        void doesSomethingElse() {
            other = 1;
        }

        @Check
        void theSumIsRight() {
            mustBe(4, sum + other);
        }
    }

    private static void mustBe(int expected, int seen) {
        if (seen != expected) {
            throw new AssertionError("expected " + expected + ", seen " + seen);
        }
    }
}
