package io.github.acrossexecutors.diagnosis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Describes threads that do not get on: one line each, and the deadlock they are in, if it is one.
 *
 * <pre>{@code
 * System.err.println(Diagnosis.of(List.of(worker)));
 * // fixed-pool-1 is BLOCKED at Bank.transfer(Bank.java:12), waits for java.lang.Object@5c5eefef held by fixed-pool-2
 * // Deadlock: fixed-pool-1 waits for fixed-pool-2, fixed-pool-2 waits for fixed-pool-1.
 * }</pre>
 *
 * <p>Limits: of a virtual thread the JDK tells the monitors from JDK 25 on. Who holds a {@code ReentrantLock} that a
 * virtual thread waits for it tells if the holder is a platform thread, or if a platform thread waits for the lock too;
 * else the line says where the thread stands and no more.
 *
 * <p><b>Threads:</b> may be called from any thread, an interrupted one too; what it describes goes on meanwhile, so a
 * line is that of one moment only for threads that really stand still. A deadlock is told only if two pictures show it.
 */
public final class Diagnosis {

    private final Map<Long, ThreadSnapshot> snapshots;
    private final Map<String, ThreadSnapshot> holders;

    private Diagnosis(Map<Long, ThreadSnapshot> snapshots) {
        this.snapshots = snapshots;
        this.holders = new TreeMap<>();
        snapshots.values().forEach(thread -> thread.holds().forEach(lock -> holders.put(lock, thread)));
    }

    /**
     * Describe the given threads.
     *
     * @param stuck the threads to describe; those that have ended are left out
     * @return one line per thread and one per deadlock, without a final line break; empty if all have ended
     */
    public static String of(Collection<Thread> stuck) {
        List<Thread> alive = stuck.stream().filter(Thread::isAlive).distinct().toList();
        if (alive.isEmpty()) {
            return "";
        }
        Diagnosis first = picture(alive);
        Set<String> deadlocks = first.deadlocks(alive);
        if (!deadlocks.isEmpty()) {
            // Locks that change hands between the sources of one picture look like a cycle; only a deadlock stays one.
            deadlocks.retainAll(picture(alive).deadlocks(alive));
        }
        return Stream.concat(first.lines(alive), deadlocks.stream()).collect(Collectors.joining("\n"));
    }

    private static Diagnosis picture(List<Thread> alive) {
        Map<Long, ThreadSnapshot> snapshots = new TreeMap<>();
        alive.forEach(thread -> snapshots.put(thread.getId(), ThreadSnapshot.of(thread)));
        snapshots.putAll(PlatformThreads.snapshots());
        ThreadDump.take().forEach((id, dumped) -> snapshots.merge(id, dumped, ThreadSnapshot::completedBy));
        return new Diagnosis(snapshots);
    }

    private Stream<ThreadSnapshot> snapshotsOf(List<Thread> threads) {
        return threads.stream()
                .flatMap(thread -> Stream.ofNullable(snapshots.get(thread.getId())))
                .filter(ThreadSnapshot::isAlive);
    }

    private Stream<String> lines(List<Thread> threads) {
        return snapshotsOf(threads).map(this::line);
    }

    private Set<String> deadlocks(List<Thread> threads) {
        return snapshotsOf(threads)
                .flatMap(thread -> deadlock(thread).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String line(ThreadSnapshot thread) {
        String line = thread.name() + " is " + thread.state() + " at " + thread.place();
        if (thread.waitsFor() == null) {
            return line;
        }
        ThreadSnapshot holder = holderOf(thread);
        return line + ", waits for " + thread.waitsFor() + (holder == null ? "" : " held by " + holder.name());
    }

    /** The cycle that {@code start} is part of, told from its smallest thread id so that all its members tell it alike. */
    private Optional<String> deadlock(ThreadSnapshot start) {
        List<ThreadSnapshot> chain = new ArrayList<>();
        ThreadSnapshot next = start;
        while (next != null && !chain.contains(next)) {
            chain.add(next);
            next = holderOf(next);
        }
        if (next == null || !next.equals(start)) {
            return Optional.empty();
        }
        int first = 0;
        for (int i = 1; i < chain.size(); i++) {
            first = chain.get(i).id() < chain.get(first).id() ? i : first;
        }
        List<String> links = new ArrayList<>();
        for (int i = 0; i < chain.size(); i++) {
            ThreadSnapshot waiting = chain.get((first + i) % chain.size());
            ThreadSnapshot holding = chain.get((first + i + 1) % chain.size());
            links.add(waiting.name() + " waits for " + waiting.waitsFor() + " held by " + holding.name());
        }
        return Optional.of("Deadlock: " + String.join("; ", links) + ".");
    }

    private @Nullable ThreadSnapshot holderOf(ThreadSnapshot thread) {
        if (thread.waitsFor() == null) {
            return null;
        }
        return thread.holder() == null ? holders.get(thread.waitsFor()) : snapshots.get(thread.holder());
    }
}
