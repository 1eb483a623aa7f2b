package io.github.acrossexecutors.remote;

import io.github.acrossexecutors.process.ProcessFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Waits for answers.
 *
 * <p>A thread of its own asks the futures, one after another, and opens a latch at the end. The caller waits on that: it may
 * be JUnit's thread, and a fork-join pool starts further tests while its thread waits on a future of some kinds.
 *
 * <p>When each was known matters where the other JVM's clock is of no use, as on another machine. A future that is a {@link
 * CompletionStage} says when it completes. At those of a {@link java.util.concurrent.ThreadPoolExecutor} and the like the thread
 * looks each millisecond, once all tasks are handed over. A {@link ProcessFuture}'s worker has this machine's clock.
 */
final class Replies {

    private static final long LOOK_MILLIS = 1;

    private final List<Awaited> all;
    private final boolean looks;
    private final CountDownLatch read = new CountDownLatch(1);
    private final Thread reader;

    /**
     * One answer, or the lack of it.
     *
     * @param answer what the other JVM said
     * @param failure why it said nothing; null if it did
     * @param nanos when this was known
     */
    record Reply(@Nullable Answer answer, @Nullable Throwable failure, long nanos) {}

    /** An answer to be. */
    private static final class Awaited {

        private final Future<Answer> future;
        /** Written once, by whoever first knows that it is done. */
        private final AtomicReference<@Nullable Long> doneNanos = new AtomicReference<>();
        /** Written by the reader. */
        private volatile @Nullable Reply reply;

        Awaited(Future<Answer> future) {
            this.future = future;
            if (future instanceof CompletionStage<?> stage) {
                stage.whenComplete((answer, thrown) -> done());
            }
        }

        boolean hasToBeLookedAt() {
            return !(future instanceof CompletionStage<?> || future instanceof ProcessFuture<?>);
        }

        void look() {
            if (future.isDone()) {
                done();
            }
        }

        private void done() {
            doneNanos.compareAndSet(null, System.nanoTime());
        }

        private long knownNanos() {
            done();
            Long known = doneNanos.get();
            return known == null ? System.nanoTime() : known;
        }

        /** Whether there is no use in asking with a limit again: it is done, or knows no limits. */
        boolean comesShortly() throws InterruptedException {
            try {
                future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException e) {
                return false;
            } catch (ExecutionException | RuntimeException e) {
                return true;
            }
        }

        void read() throws InterruptedException {
            try {
                Answer answer = future.get();
                reply = new Reply(answer, null, knownNanos());
            } catch (ExecutionException e) {
                Throwable cause = e.getCause();
                reply = new Reply(null, cause == null ? e : cause, knownNanos());
            } catch (CancellationException e) {
                reply = new Reply(null, e, knownNanos());
            }
        }
    }

    /** Takes requests' answers as they are asked for; {@link #start} begins to wait. */
    static final class Asked {

        private final List<Awaited> all = new ArrayList<>();

        void add(Future<Answer> future) {
            all.add(new Awaited(future));
        }

        Replies start() {
            return new Replies(all);
        }
    }

    private Replies(List<Awaited> all) {
        this.all = List.copyOf(all);
        this.looks = all.stream().anyMatch(Awaited::hasToBeLookedAt);
        this.reader = new Thread(this::readAll, "remote-replies");
        reader.setDaemon(true);
        reader.start();
    }

    private void readAll() {
        try {
            for (int i = 0; i < all.size(); i++) {
                Awaited next = all.get(i);
                while (looks && !next.comesShortly()) {
                    all.subList(i + 1, all.size()).forEach(Awaited::look);
                }
                next.read();
            }
            read.countDown();
        } catch (InterruptedException e) {
            // Nobody wants to know any more.
        }
    }

    boolean await(long nanos) throws InterruptedException {
        return read.await(nanos, TimeUnit.NANOSECONDS);
    }

    /** Wait no longer: what is not answered is cancelled, and the worker that executes it ended with it. */
    void giveUp() {
        for (Awaited each : all) {
            each.future.cancel(true);
        }
        reader.interrupt();
    }

    int size() {
        return all.size();
    }

    /** The reply to one of the requests; empty if it was given up, or has not come. */
    Optional<Reply> get(int index) {
        return Optional.ofNullable(all.get(index).reply)
                .filter(reply -> !(reply.failure instanceof CancellationException));
    }
}
