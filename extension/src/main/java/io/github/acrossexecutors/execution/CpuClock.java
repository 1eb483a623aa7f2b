package io.github.acrossexecutors.execution;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.OptionalLong;

/** The CPU time of the current thread; unknown of virtual threads, on every JDK so far. */
final class CpuClock {

    static final long UNKNOWN = -1;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final boolean SUPPORTED = THREADS.isCurrentThreadCpuTimeSupported();

    private CpuClock() {}

    static long currentThreadNanos() {
        return SUPPORTED ? THREADS.getCurrentThreadCpuTime() : UNKNOWN;
    }

    static OptionalLong spent(long startNanos, long endNanos) {
        return startNanos == UNKNOWN || endNanos == UNKNOWN
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(0, endNanos - startNanos));
    }

    /** Both together; unknown if one of them is. */
    static OptionalLong sum(OptionalLong nanos, OptionalLong more) {
        return nanos.isPresent() && more.isPresent()
                ? OptionalLong.of(nanos.getAsLong() + more.getAsLong())
                : OptionalLong.empty();
    }
}
