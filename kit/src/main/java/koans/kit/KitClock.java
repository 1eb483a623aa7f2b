package koans.kit;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The clock of the kit's waits: it runs like any other, and leaps where nothing can happen before one of them ends.
 *
 * <pre>{@code
 * try (KitClock.Wait wait = KitClock.begin(Duration.ofSeconds(2))) {
 *     while (!condition() && !wait.isOver()) { ... }
 * }
 * }</pre>
 *
 * <p>A wrong answer mostly shows itself by something that never comes. Whoever waits for it with a limit would sit the limit
 * out, although {@link Stillness} sees long before that nobody is left who could bring it. So the clock is put forward to the
 * nearest limit: what is seen then is what would have been seen, only sooner. All waits share one clock, so they end in the
 * order in which they would have ended.
 *
 * <p><b>Threads:</b> any. Only a {@link Watchdog} leaps, so a wait outside a koan's test lasts as long as it says.
 */
final class KitClock {

    private static final Duration LOOK = Duration.ofMillis(10);

    // One for the JVM, as System.nanoTime is: a wait begins in threads that know nothing of the test they belong to.
    private static final AtomicLong LEAPT = new AtomicLong();
    private static final Set<Wait> WAITS = ConcurrentHashMap.newKeySet();

    private KitClock() {}

    /** A wait of the calling thread, until it is closed; two of equal length are still two. */
    static final class Wait implements AutoCloseable {

        private final Thread thread = Thread.currentThread();
        private final long end;

        private Wait(Duration most) {
            end = nanos() + most.toNanos();
            WAITS.add(this);
        }

        boolean isOver() {
            return end - nanos() <= 0;
        }

        @Override
        public void close() {
            WAITS.remove(this);
        }
    }

    static long nanos() {
        return System.nanoTime() + LEAPT.get();
    }

    static Wait begin(Duration most) {
        return new Wait(most);
    }

    /** Waits for a latch; whether it opened in time. */
    static boolean await(CountDownLatch latch, Duration most) throws InterruptedException {
        try (Wait wait = begin(most)) {
            boolean open = latch.getCount() == 0;
            while (!open && !wait.isOver()) {
                open = latch.await(LOOK.toNanos(), TimeUnit.NANOSECONDS);
            }
            return open;
        }
    }

    /** Waits for a thread's end; whether it came in time. */
    static boolean join(Thread thread, Duration most) throws InterruptedException {
        try (Wait wait = begin(most)) {
            boolean ended = !thread.isAlive();
            while (!ended && !wait.isOver()) {
                ended = thread.join(LOOK);
            }
            return ended;
        }
    }

    /** Whether a thread stands in a wait by this clock. */
    static boolean isWaiting(Thread thread) {
        return WAITS.stream().anyMatch(wait -> wait.thread.equals(thread));
    }

    /** Puts the clock forward to the end of the wait that ends first, or to {@code latest} if none ends sooner. */
    static void leap(long latest) {
        long now = nanos();
        long ahead = latest - now;
        for (Wait wait : WAITS) {
            ahead = Math.min(ahead, wait.end - now);
        }
        LEAPT.addAndGet(Math.max(0, ahead));
    }
}
