package koans.kit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where threads that can be somewhere at the same time meet: each that comes is held until all are there. So what can
 * overlap does, however slowly its threads start; and where one keeps out the others, one wait tells for all.
 *
 * <pre>{@code
 * Meeting meeting = new Meeting(8);
 * ... catalogue.read(meeting::join) on eight threads ...
 * assertThat(meeting.most()).isEqualTo(8);
 * }</pre>
 *
 * <p><b>Threads:</b> may be used by any thread. Whoever has waited 2 s for the others ends the waiting of all.
 */
public final class Meeting {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CountDownLatch missing;
    private final AtomicInteger here = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger came = new AtomicInteger();

    /**
     * Call a meeting.
     *
     * @param count how many should meet
     */
    public Meeting(int count) {
        missing = new CountDownLatch(count);
    }

    /** Come, wait for the others, and leave. */
    public void join() {
        Timeline.Seeing seeing = Timeline.ofThisJvm().sees(came.getAndIncrement());
        most.accumulateAndGet(here.incrementAndGet(), Math::max);
        missing.countDown();
        try {
            if (!KitClock.await(missing, PATIENCE)) {
                giveUp();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            seeing.ends();
            here.decrementAndGet();
        }
    }

    /**
     * Tell how many were there at the same time.
     *
     * @return the highest number so far
     */
    public int most() {
        return most.get();
    }

    private void giveUp() {
        while (missing.getCount() > 0) {
            missing.countDown();
        }
    }
}
