package io.github.acrossexecutors.process;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Pools as tests want them, and what their workers do. */
final class Workers {

    private Workers() {}

    /** Small workers that start fast, because no test runs long enough for the second compiler. */
    static ProcessPoolBuilder few(int count) {
        return ProcessPool.builder()
                .workers(count)
                .jvmArgs("-Xmx64m", "-XX:TieredStopAtLevel=1")
                .output(line -> {});
    }

    static List<WorkerStatus> those(ProcessPool pool, WorkerStatus.State state) {
        return pool.workers().stream().filter(worker -> worker.state() == state).toList();
    }

    static void waitForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
