package io.github.acrossexecutors.verdict;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Linux's statistics of each thread of this process: {@code schedstat} holds time on a CPU, time runnable but waiting,
 * and time slices (kernel documentation, "sched-stats"). Where the kernel keeps none, the map is empty.
 *
 * <p>The kernel brings a thread's figures up to date when it leaves its CPU, or at a tick. So the calling thread parks
 * for a moment before it reads its own.
 *
 * @param tasks the directory with one directory per thread
 * @param current the directory of the calling thread
 */
record SchedulerStatistics(Path tasks, Path current) {

    private static final String FILE = "schedstat";
    private static final long LEAVE_CPU_NANOS = 20_000;

    static SchedulerStatistics ofThisProcess() {
        return new SchedulerStatistics(Path.of("/proc/self/task"), Path.of("/proc/thread-self"));
    }

    /**
     * The threads' times.
     *
     * @param threads by thread id; the calling thread's from before the others were read
     * @param reading what the calling thread used to read the others
     */
    record Reading(Map<Long, ThreadTimes> threads, ThreadTimes reading) {}

    Reading read() {
        LockSupport.parkNanos(LEAVE_CPU_NANOS);
        Optional<ThreadTimes> before = timesIn(current);
        Map<Long, ThreadTimes> times = readAll();
        LockSupport.parkNanos(LEAVE_CPU_NANOS);
        Optional<ThreadTimes> after = timesIn(current);
        if (before.isEmpty() || after.isEmpty()) {
            return new Reading(times, ThreadTimes.NONE);
        }
        threadId().ifPresent(id -> times.put(id, before.get()));
        return new Reading(times, after.get().minus(before.get()));
    }

    private Map<Long, ThreadTimes> readAll() {
        Map<Long, ThreadTimes> times = new HashMap<>();
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
            for (Path thread : threads) {
                Optional<Long> id = idOf(thread);
                id.ifPresent(number -> timesIn(thread).ifPresent(read -> times.put(number, read)));
            }
        } catch (IOException | DirectoryIteratorException e) {
            // No such system: nothing is known, and an empty map says so.
        }
        return times;
    }

    private Optional<Long> threadId() {
        try {
            return idOf(current.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> idOf(Path directory) {
        String name = String.valueOf(directory.getFileName());
        return name.chars().allMatch(Character::isDigit) ? Optional.of(Long.parseLong(name)) : Optional.empty();
    }

    /** Empty if the thread has ended meanwhile, or if this kernel writes no such file. */
    private static Optional<ThreadTimes> timesIn(Path directory) {
        try {
            String[] fields = Files.readString(directory.resolve(FILE)).strip().split(" ", -1);
            return Optional.of(new ThreadTimes(Long.parseLong(fields[0]), Long.parseLong(fields[1])));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
