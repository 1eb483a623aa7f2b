package io.github.acrossexecutors.remote;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Waits for answers.
 *
 * <p>A thread of its own asks the futures, one after another, and opens a latch at the end. The caller waits on that: it may
 * be JUnit's thread, and a fork-join pool starts further tests while its thread waits on a future of some kinds.
 */
final class Replies {

    private final List<Future<Answer>> futures;
    private final AtomicReferenceArray<@Nullable Reply> replies;
    private final CountDownLatch all = new CountDownLatch(1);
    private final Thread reader;

    /**
     * One answer, or the lack of it.
     *
     * @param answer what the other JVM said
     * @param failure why it said nothing; null if it did
     * @param nanos when this was known
     */
    record Reply(@Nullable Answer answer, @Nullable Throwable failure, long nanos) {}

    Replies(List<Future<Answer>> futures) {
        this.futures = futures;
        this.replies = new AtomicReferenceArray<>(futures.size());
        this.reader = new Thread(this::readAll, "remote-replies");
        reader.setDaemon(true);
        reader.start();
    }

    private void readAll() {
        try {
            for (int i = 0; i < futures.size(); i++) {
                replies.set(i, read(futures.get(i)));
            }
            all.countDown();
        } catch (InterruptedException e) {
            // Nobody wants to know any more.
        }
    }

    private static Reply read(Future<Answer> future) throws InterruptedException {
        try {
            Answer answer = future.get();
            return new Reply(answer, null, System.nanoTime());
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return new Reply(null, cause == null ? e : cause, System.nanoTime());
        } catch (CancellationException e) {
            return new Reply(null, e, System.nanoTime());
        }
    }

    boolean await(long nanos) throws InterruptedException {
        return all.await(nanos, TimeUnit.NANOSECONDS);
    }

    /** Wait no longer: what is not answered is cancelled, and the worker that executes it ended with it. */
    void giveUp() {
        for (Future<Answer> future : futures) {
            future.cancel(true);
        }
        reader.interrupt();
    }

    int size() {
        return futures.size();
    }

    /** The reply to one of the requests; empty if it was given up, or has not come. */
    Optional<Reply> get(int index) {
        return Optional.ofNullable(replies.get(index))
                .filter(reply -> !(reply.failure instanceof CancellationException));
    }
}
