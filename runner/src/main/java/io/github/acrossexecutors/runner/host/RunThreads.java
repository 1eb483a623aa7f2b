package io.github.acrossexecutors.runner.host;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The platform threads of one run: they inherit its thread group, whoever starts them.
 *
 * <p>Whether a thread is a daemon says nothing here: the kit runs test methods on daemon threads, and what those start inherits it. Workers of the common
 * pool stay alive for their next task and count only while they execute code of the run. A thread that leaves the group on purpose, and every virtual
 * thread, goes unseen.
 *
 * <p><b>Threads:</b> any.
 */
final class RunThreads {

    private final ThreadGroup group;
    private final String loaderName;

    RunThreads(ThreadGroup group, String loaderName) {
        this.group = group;
        this.loaderName = loaderName;
    }

    /** Waits a moment for threads that are just ending, then names those that are left. */
    List<String> leaked(Duration grace) throws InterruptedException {
        long deadline = System.nanoTime() + grace.toNanos();
        for (Thread thread : alive()) {
            long leftMillis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (counts(thread) && leftMillis > 0) {
                thread.join(leftMillis);
            }
        }
        return alive().stream()
                .filter(this::counts)
                .map(Thread::getName)
                .sorted()
                .toList();
    }

    private boolean counts(Thread thread) {
        boolean common = thread instanceof ForkJoinWorkerThread worker
                && worker.getPool().equals(ForkJoinPool.commonPool());
        return !common
                || Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> loaderName.equals(frame.getClassLoaderName()));
    }

    /** One line per thread, and one per frame. */
    String describe() {
        return alive().stream()
                .map(thread -> Stream.concat(
                                Stream.of(thread.getName() + " (" + thread.getState() + ")"),
                                Arrays.stream(thread.getStackTrace()).map(frame -> "    at " + plain(frame)))
                        .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
    }

    private static String plain(StackTraceElement frame) {
        return frame.getClassName() + "." + frame.getMethodName() + "(" + frame.getFileName() + ":"
                + frame.getLineNumber() + ")";
    }

    private List<Thread> alive() {
        Thread[] threads = new Thread[group.activeCount() + 64];
        int count = group.enumerate(threads, true);
        return Arrays.stream(threads, 0, count)
                .filter(Objects::nonNull)
                .filter(thread -> thread.threadId() != Thread.currentThread().threadId())
                .toList();
    }
}
