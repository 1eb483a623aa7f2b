package io.github.acrossexecutors.process;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.LongSupplier;

/** The CPU time of the calling thread. A class of its own, because loading management takes a worker some 30 ms. */
final class CpuNanos {

    private CpuNanos() {}

    static LongSupplier ofThisThread() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return threads.isCurrentThreadCpuTimeSupported() ? threads::getCurrentThreadCpuTime : () -> -1;
    }
}
