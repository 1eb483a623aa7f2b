package koans.kit;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks again and again how many platform threads stand in a method at once; a virtual thread that stands there is not
 * counted, nor is the carrier it runs on.
 *
 * <pre>{@code
 * try (PlatformWaiters waiters = PlatformWaiters.in(Site.class, "fetch")) {
 *     K1002PlainCodeAsyncSpeed.fetchAll(site.pages(20));
 *     assertThat(waiters.most()).isZero();
 * }
 * }</pre>
 *
 * <p>Limits: a stay of less than some 10 ms may be missed; so the method must be one that waits. It never counts a thread
 * that is not there.
 *
 * <p><b>Threads:</b> looks on a daemon thread of its own until closed; {@link #most} may be called by any thread.
 */
public final class PlatformWaiters implements AutoCloseable {

    private static final long PAUSE_NANOS = 5_000_000;

    private final String owner;
    private final String method;
    private final Thread watcher;

    // Written by the watcher, read by any thread.
    private volatile int most;
    private volatile int looks;
    // Written by whoever closes, read by the watcher.
    private volatile boolean closed;

    private PlatformWaiters(String owner, String method) {
        this.owner = owner;
        this.method = method;
        this.watcher = Thread.ofPlatform().daemon().name("platform-waiters").unstarted(this::watch);
    }

    /**
     * Start to look.
     *
     * @param owner the class that has the method
     * @param method the method's name
     * @return what is seen, until it is closed
     */
    public static PlatformWaiters in(Class<?> owner, String method) {
        PlatformWaiters waiters = new PlatformWaiters(owner.getName(), method);
        waiters.watcher.start();
        return waiters;
    }

    /**
     * Tell how many platform threads stood in the method at once, at most.
     *
     * @return the highest number seen so far
     */
    public int most() {
        return most;
    }

    /** Tells how often it has looked. */
    int looks() {
        return looks;
    }

    /** Stop looking. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(watcher);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    private void watch() {
        while (!closed) {
            // Thread.getAllStackTraces speaks of platform threads alone, and of a carrier without its virtual thread.
            int standing = (int) Thread.getAllStackTraces().values().stream()
                    .filter(this::standsInTheMethod)
                    .count();
            most = Math.max(most, standing);
            looks++;
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean standsInTheMethod(StackTraceElement[] trace) {
        return Arrays.stream(trace)
                .anyMatch(frame -> frame.getClassName().equals(owner)
                        && frame.getMethodName().equals(method));
    }
}
