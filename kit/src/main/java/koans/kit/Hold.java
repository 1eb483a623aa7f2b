package koans.kit;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A place where tasks stand until the test lets them go, so that a pool is as busy as the test wants it.
 *
 * <pre>{@code
 * Hold hold = new Hold();
 * pool.execute(hold::stay);
 * hold.holds(1);               // waits until a task stands there
 * ...
 * hold.letGo();
 * }</pre>
 *
 * <p>Limits: a task stays 8 s at most, longer than any test may last, so that none is forgotten for ever.
 *
 * <p><b>Threads:</b> may be shared. Each count is right by itself; two of them may be of different moments.
 */
public final class Hold implements AutoCloseable {

    private static final Duration LONGEST_STAY = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    // Written by the threads of tasks, read by any thread.
    private final AtomicInteger standing = new AtomicInteger();
    private final AtomicInteger through = new AtomicInteger();
    private final AtomicInteger interrupted = new AtomicInteger();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final AtomicInteger came = new AtomicInteger();

    private final CountDownLatch go = new CountDownLatch(1);

    /** A hold at which nobody stands yet. */
    public Hold() {}

    /** Stand here until let go. An interrupt ends the stay too; the thread's interrupted flag is then set again. */
    public void stay() {
        threads.add(Thread.currentThread());
        Timeline.Seeing seeing = Timeline.ofThisJvm().sees(came.getAndIncrement());
        standing.incrementAndGet();
        try {
            KitClock.await(go, LONGEST_STAY);
            through.incrementAndGet();
        } catch (InterruptedException e) {
            interrupted.incrementAndGet();
            Thread.currentThread().interrupt();
        } finally {
            seeing.ends();
            standing.decrementAndGet();
        }
    }

    /** Let everybody go, and whoever comes later pass. */
    public void letGo() {
        go.countDown();
    }

    /**
     * Wait until tasks stand here, two seconds at most.
     *
     * @param count how many
     * @return whether so many came
     */
    public boolean holds(int count) {
        return Eventually.becomesTrue(PATIENCE, () -> standing() >= count);
    }

    /**
     * Wait until tasks have gone on from here, two seconds at most.
     *
     * @param count how many
     * @return whether so many went on
     */
    public boolean letThrough(int count) {
        return Eventually.becomesTrue(PATIENCE, () -> through() >= count);
    }

    /**
     * Tell how many tasks stand here now.
     *
     * @return their number
     */
    public int standing() {
        return standing.get();
    }

    /**
     * Tell how many tasks have gone on because they were let go.
     *
     * @return their number
     */
    public int through() {
        return through.get();
    }

    /**
     * Tell how many tasks were interrupted here.
     *
     * @return their number
     */
    public int interrupted() {
        return interrupted.get();
    }

    /**
     * Tell which threads stood here.
     *
     * @return a copy of what is known now
     */
    public Set<Thread> threads() {
        return Set.copyOf(threads);
    }

    /** The same as {@link #letGo}, for whoever holds it in the head of a try. */
    @Override
    public void close() {
        letGo();
    }
}
