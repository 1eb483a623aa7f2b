package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Test;

/** Queues that wait. */
class QueuesTests {

    @Test
    void passesAnArrayBlockingQueue() {
        assertThat(Interleavings.explore(ArrayBlockingQueueTestCase.class)).passesExhaustively();
    }

    @Test
    void passesASynchronousQueue() {
        assertThat(Interleavings.explore(SynchronousQueueTestCase.class)).passesExhaustively();
    }

    @Test
    void passesATransferQueue() {
        assertThat(Interleavings.explore(TransferQueueTestCase.class)).passesExhaustively();
    }

    static final class ArrayBlockingQueueTestCase {
        final BlockingQueue<Integer> q = new ArrayBlockingQueue<>(1);
        int s;

        @Actor
        void put() throws Exception {
            q.put(1);
            q.put(2);
        }

        @Actor
        void take() throws Exception {
            s = q.take() + q.take();
        }

        @Check
        void isRight() {
            if (s != 3) throw new AssertionError("s " + s);
        }
    }

    static final class SynchronousQueueTestCase {
        final SynchronousQueue<Integer> q = new SynchronousQueue<>();
        int s;

        @Actor
        void put() throws Exception {
            q.put(1);
            q.put(2);
        }

        @Actor
        void take() throws Exception {
            s = q.take() + q.take();
        }

        @Check
        void isRight() {
            if (s != 3) throw new AssertionError("s " + s);
        }
    }

    static final class TransferQueueTestCase {
        final LinkedTransferQueue<Integer> q = new LinkedTransferQueue<>();
        int s;

        @Actor
        void put() throws Exception {
            q.transfer(1);
            q.put(2);
        }

        @Actor
        void take() throws Exception {
            s = q.take() + q.take();
        }

        @Check
        void isRight() {
            if (s != 3) throw new AssertionError("s " + s);
        }
    }
}
