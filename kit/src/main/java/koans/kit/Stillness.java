package koans.kit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether nothing can move any more in this JVM, except because a wait by the {@link KitClock} ends.
 *
 * <p>It accuses by what threads are, not by how long they take. Nothing can move if
 * <ul>
 *   <li>each thread of a body, of this one or of one before, is blocked, or waits without a limit, or by the kit's clock, or is
 *       a pool's thread without a task. Runnable, or in a wait with a limit of its own, it may go on;
 *   <li>so is each worker of a fork-join pool, the carriers of virtual threads among them; and no timer of the JDK is set. So no
 *       virtual thread runs, or is to be woken at some time: one that neither runs nor has a timer waits without a limit;
 *   <li>every page that is asked for is held back by a site that waits for others, by the kit's clock;
 *   <li>no process has been started that still lives;
 *   <li>none of these threads has used any CPU time meanwhile, and none has come or gone.
 * </ul>
 *
 * <p>A thread that was woken reads as waiting until it gets a CPU. So all this must be so in {@link #LOOKS} looks in a row. The
 * one who looks sleeps before each, so it has had to wait for its own turn as often: a thread that was woken before the first
 * look has had its turn by the last, then has used CPU time, and is seen. If the whole machine halts, so do the looks.
 *
 * <p>Limits: who waits for a file, a pipe, a class being initialised, or a site of its own reads as runnable, which is taken for
 * moving: then only the deadline ends the test. One that uses a network from virtual threads, and not by {@code Site}, could
 * be taken for standing still.
 *
 * <p><b>Threads:</b> confined to the one that looks.
 */
final class Stillness {

    private static final int LOOKS = 15;
    private static final Set<String> TIMERS = Set.of("VirtualThread-unparker", "CompletableFutureDelayScheduler");
    private static final String QUEUE_OF_TIMERS = "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue";
    private static final String TIMER_OF_FORK_JOIN = "java.util.concurrent.DelayScheduler";

    private final ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
    private final Map<Thread, Long> usedBefore = new HashMap<>();
    private int looks;

    /** A group for the threads of one body: by it they are known, also when another body runs. */
    static final class BodyGroup extends ThreadGroup {

        BodyGroup(String name) {
            super(name);
        }
    }

    /** Looks once; whether nothing has moved for long enough. Looks are to be some 20 ms apart. */
    boolean look(Thread body) {
        if (!standsStill(body)) {
            looks = 0;
            return false;
        }
        List<Thread> threads =
                platformThreads().stream().filter(Stillness::matters).toList();
        if (!allStandStill(threads) || !sameCpuTimeAsBefore(threads)) {
            looks = 0;
            return false;
        }
        looks++;
        if (looks < LOOKS || ProcessHandle.current().children().findAny().isPresent()) {
            return false;
        }
        looks = 0;
        return true;
    }

    private static boolean allStandStill(List<Thread> threads) {
        return SlowSite.holdsAllRequests() && threads.stream().noneMatch(Stillness::mayMove);
    }

    /** The JVM's own threads, the site's and those of whoever runs the tests come and go as they like. */
    private static boolean matters(Thread thread) {
        return thread instanceof ForkJoinWorkerThread || isTimer(thread) || isOfABody(thread);
    }

    private static boolean mayMove(Thread thread) {
        return isTimer(thread) ? thread.getState() != Thread.State.WAITING : !standsStill(thread);
    }

    private static boolean standsStill(Thread thread) {
        return switch (thread.getState()) {
            case BLOCKED, WAITING, TERMINATED -> !carries(thread) || isIdle(thread);
            case TIMED_WAITING -> KitClock.isWaiting(thread) || isIdle(thread);
            case NEW, RUNNABLE -> KitClock.isWaiting(thread);
        };
    }

    /** A pool's thread that waits for its next task, with a limit after which it would merely end. */
    private static boolean isIdle(Thread thread) {
        StackTraceElement[] trace = thread.getStackTrace();
        return stands(trace, "java.util.concurrent.ForkJoinPool", "awaitWork")
                || (stands(trace, "java.util.concurrent.ThreadPoolExecutor", "getTask")
                        && Arrays.stream(trace)
                                .noneMatch(frame -> frame.getClassName().equals(QUEUE_OF_TIMERS)));
    }

    private static boolean stands(StackTraceElement[] trace, String owner, String method) {
        return Arrays.stream(trace)
                .anyMatch(frame -> frame.getClassName().equals(owner)
                        && frame.getMethodName().equals(method));
    }

    /** Whether it carries virtual threads: what its state means while it does is not specified. */
    private static boolean carries(Thread thread) {
        return thread.getClass().getName().equals("jdk.internal.misc.CarrierThread");
    }

    private static boolean isTimer(Thread thread) {
        return thread.getClass().getName().equals(TIMER_OF_FORK_JOIN)
                || TIMERS.stream().anyMatch(thread.getName()::startsWith);
    }

    /** Whether a body's thread has made it, be it this one's or one's before. */
    static boolean isOfABody(Thread thread) {
        return Stream.<@Nullable ThreadGroup>iterate(
                        thread.getThreadGroup(), group -> group != null, group -> group.getParent())
                .anyMatch(BodyGroup.class::isInstance);
    }

    /** But for who waits by the kit's clock: it looks, again and again, whether its wait is over. */
    private boolean sameCpuTimeAsBefore(List<Thread> threads) {
        Map<Thread, Long> used = new HashMap<>();
        threads.stream()
                .filter(thread -> !KitClock.isWaiting(thread))
                .forEach(thread -> used.put(thread, cpu.getThreadCpuTime(thread.threadId())));
        boolean same = used.equals(usedBefore);
        usedBefore.clear();
        usedBefore.putAll(used);
        return same;
    }

    private static List<Thread> platformThreads() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        for (ThreadGroup above = root; above != null; above = above.getParent()) {
            root = above;
        }
        Thread[] threads = new Thread[root.activeCount() * 2 + 16];
        return List.of(Arrays.copyOf(threads, root.enumerate(threads, true)));
    }
}
