package koans.kit;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A daemon thread that keeps what its body threw, for the thread that joins it. */
final class Racer extends Thread {

    private final Runnable body;
    private final CountDownLatch ended;
    // Written by this thread before it ends, read by others after they have joined it.
    private @Nullable Throwable failure;

    Racer(String name, Runnable body, CountDownLatch ended) {
        super(name);
        this.body = body;
        this.ended = ended;
        setDaemon(true);
    }

    @Override
    public void run() {
        try {
            body.run();
        } catch (RuntimeException | Error e) {
            failure = e;
        } finally {
            ended.countDown();
        }
    }

    /** Throws what {@code one} threw, else what {@code two} threw; both must have been joined. */
    static void rethrow(Racer one, Racer two) {
        Throwable failure = one.failure != null ? one.failure : two.failure;
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
