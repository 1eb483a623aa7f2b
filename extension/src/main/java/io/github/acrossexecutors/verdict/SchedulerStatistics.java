package io.github.acrossexecutors.verdict;

import java.io.File;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    /** Their directories by thread id, which no two threads of a system share; a JVM's own threads never change names. */
    private final Map<Long, String> compilers = new HashMap<>();

    private final Set<Long> known = new HashSet<>();
    /** Directories as {@code tasks}, of other processes. */
    private List<File> others = List.of();

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

    /** Read those of other processes too, and of no others than these from now on. */
    void watch(Set<Long> processes) {
        others = processes.stream()
                .map(process -> new File("/proc/" + process + "/task"))
                .toList();
        Set<Long> dropped = compilers.entrySet().stream()
                .filter(compiler -> Stream.concat(Stream.of(tasks), others.stream())
                        .noneMatch(process -> compiler.getValue().startsWith(process + "/")))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        compilers.keySet().removeAll(dropped);
        // They are asked for their names again, should their process come back.
        known.removeAll(dropped);
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
        for (String directory : compilers.values()) {
            nanos += Math.max(0, timesIn(directory).cpuNanos());
        }
        return nanos;
    }

    private Reading readAll() {
        Map<Long, ThreadTimes> threads = new HashMap<>();
        Map<Long, ThreadTimes> compiling = new HashMap<>();
        readAll(tasks, threads, compiling);
        others.forEach(other -> readAll(other, threads, compiling));
        return new Reading(threads, compiling, ThreadTimes.NONE);
    }

    private void readAll(File process, Map<Long, ThreadTimes> threads, Map<Long, ThreadTimes> compiling) {
        String[] names = process.list();
        if (names == null) {
            return;
        }
        for (String name : names) {
            String directory = process + "/" + name;
            ThreadTimes times = timesIn(directory);
            if (!times.equals(UNKNOWN)) {
                Long id = Long.valueOf(name);
                (isCompiler(id, directory) ? compiling : threads).put(id, times);
            }
        }
    }

    private boolean isCompiler(Long id, String directory) {
        if (known.add(id) && file.read(directory + "/comm") && file.text().contains("CompilerThre")) {
            compilers.put(id, directory);
        }
        return compilers.containsKey(id);
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
