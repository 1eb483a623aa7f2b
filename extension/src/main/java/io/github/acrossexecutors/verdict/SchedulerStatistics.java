package io.github.acrossexecutors.verdict;

import java.io.File;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Linux's statistics of each thread of this process: {@code schedstat} holds time on a CPU, time runnable but waiting,
 * and time slices (kernel documentation, "sched-stats"); {@code status} how often it gave its CPU up to wait (manual page
 * proc_pid_status(5), "voluntary_ctxt_switches"). Where the kernel keeps none, nothing is known of any thread.
 *
 * <p>The kernel brings a thread's figures up to date when it leaves its CPU, or at a tick. So the calling thread parks
 * for a moment before it reads its own.
 *
 * <p><b>Threads:</b> for one thread at a time.
 */
final class SchedulerStatistics {

    private static final long LEAVE_CPU_NANOS = 20_000;
    private static final long LOOK_AGAIN_NANOS = 1_000_000;
    private static final ThreadTimes UNKNOWN = new ThreadTimes(KernelFile.NONE, KernelFile.NONE);

    private final File tasks;
    private final String current;
    private final KernelFile file = new KernelFile();
    /** By thread id; the names of a JVM's own threads never change. */
    private final Set<Long> compilers = new HashSet<>();

    private final Set<Long> known = new HashSet<>();

    /**
     * Read from the given places.
     *
     * @param tasks the directory with one directory per thread
     * @param current the directory of the calling thread
     */
    SchedulerStatistics(File tasks, File current) {
        this.tasks = tasks;
        this.current = current.getPath();
    }

    static SchedulerStatistics ofThisProcess() {
        return new SchedulerStatistics(new File("/proc/self/task"), new File("/proc/thread-self"));
    }

    /**
     * The threads' times.
     *
     * @param threads by thread id, without the compiler's; the calling thread's from before the others were read
     * @param compilers those of the JIT compiler's threads
     * @param reading what the calling thread used to read the others
     */
    record Reading(Map<Long, ThreadTimes> threads, Map<Long, ThreadTimes> compilers, ThreadTimes reading) {}

    Reading read() {
        LockSupport.parkNanos(LEAVE_CPU_NANOS);
        ThreadTimes before = timesIn(current);
        Reading reading = readAll();
        LockSupport.parkNanos(LEAVE_CPU_NANOS);
        ThreadTimes after = timesIn(current);
        if (before.equals(UNKNOWN) || after.equals(UNKNOWN)) {
            return reading;
        }
        if (file.read(current + "/stat")) {
            reading.threads.put(file.nextNumber(), before);
        }
        return new Reading(reading.threads, reading.compilers, after.minus(before));
    }

    /** Wait until the JIT compiler's threads are idle, but no longer than the limit. */
    void awaitIdleCompiler(long limitNanos) {
        long deadline = System.nanoTime() + limitNanos;
        long before = compilerNanos();
        while (System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            long now = compilerNanos();
            if (now == before) {
                return;
            }
            before = now;
        }
    }

    private long compilerNanos() {
        long nanos = 0;
        for (long id : compilers) {
            nanos += Math.max(0, timesIn(tasks + "/" + id).cpuNanos());
        }
        return nanos;
    }

    private Reading readAll() {
        Map<Long, ThreadTimes> threads = new HashMap<>();
        Map<Long, ThreadTimes> compiling = new HashMap<>();
        String[] names = tasks.list();
        if (names != null) {
            for (String name : names) {
                String directory = tasks + "/" + name;
                ThreadTimes times = timesIn(directory);
                if (!times.equals(UNKNOWN)) {
                    Long id = Long.valueOf(name);
                    (isCompiler(id, directory) ? compiling : threads).put(id, times);
                }
            }
        }
        return new Reading(threads, compiling, ThreadTimes.NONE);
    }

    private boolean isCompiler(Long id, String directory) {
        if (known.add(id) && file.read(directory + "/comm") && file.text().contains("CompilerThre")) {
            compilers.add(id);
        }
        return compilers.contains(id);
    }

    /** {@link #UNKNOWN} if the thread has ended meanwhile, or if this kernel writes no such file. */
    private ThreadTimes timesIn(String directory) {
        if (!file.read(directory + "/schedstat")) {
            return UNKNOWN;
        }
        long cpu = file.nextNumber();
        long wait = file.nextNumber();
        long turns = file.nextNumber();
        if (turns == KernelFile.NONE) {
            return UNKNOWN;
        }
        long blocks = file.read(directory + "/status") ? file.numberAfter("voluntary_ctxt_switches") : 0;
        return new ThreadTimes(cpu, wait, turns, Math.max(0, blocks));
    }
}
