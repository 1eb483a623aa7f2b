package koans.kit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;

/**
 * Something a test lets another thread do, to see whether it comes to an end or is kept waiting.
 *
 * <pre>{@code
 * Attempt<String> take = Attempt.at("take", queue::take);
 * assertThat(take.stands()).isEqualTo(Standing.WAITING);
 * queue.put("soup");
 * assertThat(take.ends()).isTrue();
 * }</pre>
 *
 * <p>Limits: a thread that was woken reads as waiting until it gets a CPU. So whoever should get on is asked {@link #ends},
 * which has patience, and whoever should be kept is asked {@link #stands}.
 *
 * <p><b>Threads:</b> the body runs on a daemon thread of its own; an attempt may be asked by any thread.
 * <b>Failure:</b> what the body threw comes out of whatever is asked first after its end.
 *
 * @param <T> what comes of it when it ends
 */
public final class Attempt<T> {

    /** How an attempt stands. */
    public enum Standing {
        /** It came to its end. */
        DONE,
        /** Its thread is blocked, or waits without a limit: it costs nothing until somebody lets it go on. */
        WAITING,
        /** Its thread waits with a limit, again and again: it looks for itself whether it may go on. */
        POLLING,
        /** Its thread was computing all the time. */
        BUSY
    }

    private static final long LOOK_NANOS = 2_000_000;
    private static final int LOOKS = 10;
    private static final int TIMED_LOOKS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final FutureTask<T> task;
    private final Thread thread;

    private Attempt(String name, Callable<T> body) {
        task = new FutureTask<>(body);
        thread = Thread.ofPlatform().daemon().name(name).unstarted(task);
    }

    /**
     * Let another thread begin.
     *
     * @param name the thread's name, as a diagnosis will tell it
     * @param body what it does
     * @param <T> what comes of it
     * @return the attempt
     */
    public static <T> Attempt<T> at(String name, Callable<T> body) {
        Attempt<T> attempt = new Attempt<>(name, body);
        attempt.thread.start();
        return attempt;
    }

    /**
     * Look until the body has ended or its thread stands still, for 2 s at most.
     *
     * @return how it stands; looked at often enough that a moment's wait is not taken for standing still
     */
    public Standing stands() {
        long start = System.nanoTime();
        int blocked = 0;
        int timed = 0;
        while (System.nanoTime() - start < PATIENCE.toNanos()) {
            switch (thread.getState()) {
                case TERMINATED -> {
                    result();
                    return Standing.DONE;
                }
                case BLOCKED, WAITING -> blocked++;
                case TIMED_WAITING -> timed++;
                case NEW, RUNNABLE -> blocked = 0;
            }
            if (blocked == LOOKS) {
                return Standing.WAITING;
            }
            if (timed == TIMED_LOOKS) {
                return Standing.POLLING;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return Standing.BUSY;
    }

    /**
     * Wait for the end, for 2 s at most.
     *
     * @return whether it came
     * @throws InterruptedException if the caller is interrupted meanwhile
     */
    public boolean ends() throws InterruptedException {
        if (!KitClock.join(thread, PATIENCE)) {
            return false;
        }
        result();
        return true;
    }

    /** Interrupt the thread. */
    public void interrupt() {
        thread.interrupt();
    }

    /**
     * Tell what came of it, once it has ended.
     *
     * @return what the body returned
     * @throws IllegalStateException if the body has not ended, or threw a checked exception, which is then the cause
     */
    public T result() {
        if (!task.isDone()) {
            throw new IllegalStateException(thread.getName() + " has not ended");
        }
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(thread.getName() + " threw " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
