package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TransferQueue;
import org.jspecify.annotations.Nullable;

/** Queues of the JDK, used as they are meant. */
final class QueuesUsedRight {

    private QueuesUsedRight() {}

    /** Its field is plain: the queue alone makes the write visible to whoever takes the parcel. */
    static final class Parcel {
        private int weight;

        Parcel weighing(int kilograms) {
            weight = kilograms;
            return this;
        }
    }

    /** A full queue makes the producer wait. */
    static final class ArrayBlocking {
        private final BlockingQueue<Parcel> queue = new ArrayBlockingQueue<>(1);
        private int sum;

        @Actor
        void puts() throws InterruptedException {
            queue.put(new Parcel().weighing(1));
            queue.put(new Parcel().weighing(2));
        }

        @Actor
        void takes() throws InterruptedException {
            sum = queue.take().weight + queue.take().weight;
        }

        @Check
        void everythingArrives() {
            mustBe(3, sum);
        }
    }

    /** Two producers, one consumer. */
    static final class LinkedBlocking {
        private final BlockingQueue<Parcel> queue = new LinkedBlockingQueue<>();
        private int sum;

        @Actor
        void puts() throws InterruptedException {
            queue.put(new Parcel().weighing(1));
        }

        @Actor
        void putsToo() throws InterruptedException {
            queue.put(new Parcel().weighing(2));
        }

        @Actor
        void takes() throws InterruptedException {
            sum = queue.take().weight + queue.take().weight;
        }

        @Check
        void everythingArrives() {
            mustBe(3, sum);
        }
    }

    /** Both ends of a deque. */
    static final class LinkedBlockingBothEnds {
        private final BlockingDeque<Parcel> deque = new LinkedBlockingDeque<>(2);
        private int sum;

        @Actor
        void puts() throws InterruptedException {
            deque.putFirst(new Parcel().weighing(1));
            deque.putLast(new Parcel().weighing(2));
        }

        @Actor
        void takes() throws InterruptedException {
            sum = deque.takeLast().weight + deque.takeFirst().weight;
        }

        @Check
        void everythingArrives() {
            mustBe(3, sum);
        }
    }

    /** From hand to hand. */
    static final class Synchronous {
        private final BlockingQueue<Parcel> queue = new SynchronousQueue<>();
        private int weight;

        @Actor
        void puts() throws InterruptedException {
            queue.put(new Parcel().weighing(5));
        }

        @Actor
        void takes() throws InterruptedException {
            weight = queue.take().weight;
        }

        @Check
        void itArrives() {
            mustBe(5, weight);
        }
    }

    /** The producer waits until the parcel is taken. */
    static final class Transfer {
        private final TransferQueue<Parcel> queue = new LinkedTransferQueue<>();
        private int weight;

        @Actor
        void transfers() throws InterruptedException {
            queue.transfer(new Parcel().weighing(5));
        }

        @Actor
        void takes() throws InterruptedException {
            weight = queue.take().weight;
        }

        @Check
        void itArrives() {
            mustBe(5, weight);
        }
    }

    static final class Priority {
        private final BlockingQueue<Integer> queue = new PriorityBlockingQueue<>();
        private int sum;

        @Actor
        void puts() throws InterruptedException {
            queue.put(2);
            queue.put(1);
        }

        @Actor
        void takes() throws InterruptedException {
            sum = queue.take() + queue.take();
        }

        @Check
        void everythingArrives() {
            mustBe(3, sum);
        }
    }

    /** Does not wait, and finds the parcel or not. */
    static final class ConcurrentLinked {
        private final Queue<Parcel> queue = new ConcurrentLinkedQueue<>();
        private int seen;

        @Actor
        void offers() {
            queue.offer(new Parcel().weighing(5));
        }

        @Actor
        void polls() {
            Parcel parcel = queue.poll();
            seen = parcel == null ? 5 : parcel.weight;
        }

        @Check
        void aParcelIsWhole() {
            mustBe(5, seen);
        }
    }

    /** Waits for a while: whether that is long enough is not said, and both is right. */
    static final class PollWithTimeout {
        private final BlockingQueue<Parcel> queue = new LinkedBlockingQueue<>();
        private @Nullable Parcel polled;

        @Actor
        void offers() {
            queue.add(new Parcel().weighing(5));
        }

        @Actor
        void polls() throws InterruptedException {
            polled = queue.poll(10, TimeUnit.MILLISECONDS);
        }

        @Check
        void itIsInOnePlace() {
            mustBe(1, queue.size() + (polled == null ? 0 : 1));
        }
    }

    private static void mustBe(int expected, int seen) {
        if (seen != expected) {
            throw new AssertionError("expected " + expected + ", seen " + seen);
        }
    }
}
