package io.github.acrossexecutors;

import io.github.acrossexecutors.execution.InterruptedTasksException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The workers that no interrupt could end, of all tests of this launcher session so far. While one of them burns CPU time,
 * no speed can be judged.
 *
 * <p><b>Threads:</b> safe.
 */
final class LeftBehind {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long LOOK_NANOS = 20_000_000;
    private static final double BURNS = 0.1;

    private final Set<Thread> threads = new LinkedHashSet<>();

    static LeftBehind in(ExtensionContext context) {
        return AcrossExecutorsExtension.storeOfTheSession(context)
                .getOrComputeIfAbsent(LeftBehind.class, key -> new LeftBehind(), LeftBehind.class);
    }

    synchronized void add(List<Thread> survivors) {
        threads.addAll(survivors);
    }

    /** Add those of tasks that were interrupted from outside and therefore have no result. */
    void addOf(InterruptedException interrupt) {
        add(InterruptedTasksException.survivorsOf(interrupt));
    }

    /** The name of one that burns CPU time at this moment; empty if none does, which takes no time to tell if none is left. */
    synchronized Optional<String> burning() {
        for (Iterator<Thread> each = threads.iterator(); each.hasNext(); ) {
            Thread thread = each.next();
            if (!thread.isAlive()) {
                each.remove();
            } else if (burns(thread)) {
                return Optional.of(thread.getName());
            }
        }
        return Optional.empty();
    }

    /** Of a virtual thread nobody tells the CPU time: it burns some if it is found runnable before and after. */
    private static boolean burns(Thread thread) {
        boolean runnable = thread.getState() == Thread.State.RUNNABLE;
        long before = THREADS.getThreadCpuTime(thread.getId());
        long start = System.nanoTime();
        LockSupport.parkNanos(LOOK_NANOS);
        long spent = THREADS.getThreadCpuTime(thread.getId()) - before;
        return before < 0
                ? runnable && thread.getState() == Thread.State.RUNNABLE
                : spent > BURNS * (System.nanoTime() - start);
    }
}
