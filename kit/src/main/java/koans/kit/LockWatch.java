package koans.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes locks and watches them: who holds which, who asked for which while holding which other. It never lets a deadlock
 * happen: whoever would close the circle gets an exception instead, and the circle is noted.
 *
 * <pre>{@code
 * LockWatch watch = new LockWatch();
 * Lock left = watch.lock("fork 0");
 * ...
 * assertThat(watch.circle()).isEmpty();
 * assertThat(watch.taken()).isEmpty();
 * }</pre>
 *
 * <p>Limits: its locks have no conditions. A {@code tryLock} never waits for ever, so it closes no circle and is not noted
 * as asking.
 *
 * <p><b>Threads:</b> its locks are reentrant and owned by threads, as {@code ReentrantLock} is; the watch may be asked by
 * any thread.
 */
public final class LockWatch {

    /*
     * All state of all locks stands under the monitor of the watch, so that asking, seeing a circle and waiting are one step.
     * A circle can be closed by asking alone: what a thread holds changes hands only to threads that wait for nothing else.
     */

    /** One lock asked for by a thread that held another, by their names. */
    private record Asked(String held, String asked) {}

    // Guarded by this.
    private final List<WatchedLock> locks = new ArrayList<>();
    private final Set<Asked> asked = new LinkedHashSet<>();
    private final Map<Thread, WatchedLock> waiting = new HashMap<>();
    private @Nullable String circle;

    private final IntConsumer whenTaken;

    /** Make a watch that only looks. */
    public LockWatch() {
        this(count -> {});
    }

    /**
     * Make a watch that stops by whenever a lock was taken.
     *
     * @param whenTaken called by the thread that has just taken a lock, with the number of locks it holds now
     */
    public LockWatch(IntConsumer whenTaken) {
        this.whenTaken = whenTaken;
    }

    /**
     * Make a lock.
     *
     * @param name what it is called in what the watch tells
     * @return a lock that nobody holds
     */
    public synchronized Lock lock(String name) {
        WatchedLock lock = new WatchedLock(this, name);
        locks.add(lock);
        return lock;
    }

    /**
     * Tell which locks the calling thread holds.
     *
     * @return their names, in the order in which they were made
     */
    public synchronized List<String> mine() {
        return names(Thread.currentThread());
    }

    /**
     * Tell which locks anybody holds.
     *
     * @return their names, in the order in which they were made
     */
    public synchronized List<String> taken() {
        return locks.stream()
                .filter(lock -> lock.owner != null)
                .map(lock -> lock.name)
                .toList();
    }

    /**
     * Tell of locks each of which was asked for by a thread that held the one before, whoever that was and whenever. Threads
     * that do so at the same time can wait for each other for ever, though they have not met yet.
     *
     * @return the names of the locks of a shortest such ring, the first one again at its end; empty if there is none
     */
    public synchronized List<String> ring() {
        return locks.stream()
                .map(lock -> ring(List.of(lock.name)))
                .filter(found -> !found.isEmpty())
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    /** Follows who was asked for while whom was held, until the way comes back to where it began. */
    private List<String> ring(List<String> way) {
        return asked.stream()
                .filter(step -> step.held().equals(way.getLast()))
                .filter(step -> !way.contains(step.asked()) || step.asked().equals(way.getFirst()))
                .map(step ->
                        Stream.concat(way.stream(), Stream.of(step.asked())).toList())
                .map(next -> next.getLast().equals(next.getFirst()) ? next : ring(next))
                .filter(found -> !found.isEmpty())
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    /**
     * Tell of the first deadlock that would have come about.
     *
     * @return who held what and asked for what, all around; empty if there was none
     */
    public synchronized Optional<String> circle() {
        return Optional.ofNullable(circle);
    }

    void taken(WatchedLock lock) {
        int held;
        synchronized (this) {
            held = names(Thread.currentThread()).size();
        }
        if (lock.holds == 1) {
            whenTaken.accept(held);
        }
    }

    /** Called with the monitor held, by a thread that will wait for the lock as long as it takes. */
    void asks(WatchedLock lock) {
        Thread me = Thread.currentThread();
        if (me.equals(lock.owner)) {
            return;
        }
        names(me).forEach(held -> asked.add(new Asked(held, lock.name)));
        List<String> around = new ArrayList<>();
        Thread asking = me;
        WatchedLock wanted = lock;
        while (wanted != null && wanted.owner != null) {
            around.add(asking.getName() + " held " + String.join(" and ", names(asking)) + " and asked for "
                    + wanted.name);
            asking = wanted.owner;
            if (asking.equals(me)) {
                circle = circle == null ? String.join("; ", around) : circle;
                throw new IllegalStateException(
                        "The test broke off a deadlock here: " + String.join("; ", around) + ".");
            }
            wanted = waiting.get(asking);
        }
        waiting.put(me, lock);
    }

    void asksNoMore() {
        waiting.remove(Thread.currentThread());
    }

    private List<String> names(Thread owner) {
        return locks.stream()
                .filter(lock -> owner.equals(lock.owner))
                .map(lock -> lock.name)
                .toList();
    }
}
