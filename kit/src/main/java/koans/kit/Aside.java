package koans.kit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import koans.api.NotYetWritten;
import org.jspecify.annotations.Nullable;

/**
 * A call on a daemon thread of its own, so that a test can go on beside it and say itself when it does not come back.
 *
 * <pre>{@code
 * Aside closing = Aside.run(() -> { pool.close(); return null; });
 * assertThat(closing.ends()).withFailMessage(seen.as("stuck")).isTrue();
 * }</pre>
 *
 * <p><b>Threads:</b> may be shared. <b>Memory effects:</b> what the call did is seen by whoever has seen it end.
 */
public final class Aside {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;

    // Written by the call's thread before the latch opens, read after.
    private volatile @Nullable Throwable thrown;
    private volatile @Nullable Object answer;

    private Aside(Callable<?> call) {
        thread = Thread.ofPlatform().daemon().name("aside").unstarted(() -> call(call));
    }

    /**
     * Begin a call.
     *
     * @param call what is called; what it throws is kept
     * @return the call, under way
     */
    public static Aside run(Callable<?> call) {
        Aside aside = new Aside(call);
        aside.thread.start();
        return aside;
    }

    private void call(Callable<?> call) {
        try {
            answer = call.call();
        } catch (Throwable e) {
            thrown = e;
        } finally {
            ended.countDown();
        }
    }

    /**
     * Wait for its end, two seconds at most.
     *
     * @return whether it came back, with an answer or an exception
     * @throws NotYetWritten if it came back with that: a stub's red has no other reason
     */
    public boolean ends() {
        boolean ended = Eventually.becomesTrue(PATIENCE, this::hasEnded);
        if (thrown instanceof NotYetWritten notYet) {
            throw notYet;
        }
        return ended;
    }

    /**
     * Tell whether it came back.
     *
     * @return whether it did
     */
    public boolean hasEnded() {
        return ended.getCount() == 0;
    }

    /**
     * Wait until it stands still, two seconds at most: it waits, with no limit to the wait. Who asks again and again, or
     * pauses in between, does not.
     *
     * @return whether it was seen waiting
     */
    public boolean standsStill() {
        return Eventually.becomesTrue(PATIENCE, () -> thread.getState() == Thread.State.WAITING);
    }

    /**
     * Tell what it threw.
     *
     * @return the exception; null if there is none, or none yet
     */
    public @Nullable Throwable thrown() {
        return thrown;
    }

    /**
     * Tell what it answered.
     *
     * @return the answer; null if there is none, or none yet
     */
    public @Nullable Object answer() {
        return answer;
    }

    /**
     * Tell what came of it, for a message.
     *
     * @return what it threw, else what it answered
     */
    public @Nullable Object outcome() {
        return thrown == null ? answer : thrown;
    }

    /**
     * Tell on which thread it is.
     *
     * @return the thread
     */
    public Thread thread() {
        return thread;
    }
}
