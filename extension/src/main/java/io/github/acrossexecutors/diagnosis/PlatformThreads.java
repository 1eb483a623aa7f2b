package io.github.acrossexecutors.diagnosis;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The platform threads of this JVM, with every lock they hold or wait for. */
final class PlatformThreads {

    private static final long NOBODY = -1;

    private PlatformThreads() {}

    static Map<Long, ThreadSnapshot> snapshots() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        ThreadInfo[] all =
                threads.dumpAllThreads(threads.isObjectMonitorUsageSupported(), threads.isSynchronizerUsageSupported());
        return Arrays.stream(all)
                .map(PlatformThreads::snapshot)
                .collect(Collectors.toMap(ThreadSnapshot::id, Function.identity()));
    }

    private static ThreadSnapshot snapshot(ThreadInfo info) {
        LockInfo lock = info.getLockInfo();
        Set<String> holds = Stream.concat(
                        Arrays.stream(info.getLockedMonitors()), Arrays.stream(info.getLockedSynchronizers()))
                .map(LockInfo::toString)
                .collect(Collectors.toSet());
        return new ThreadSnapshot(
                info.getThreadId(),
                info.getThreadName(),
                info.getThreadState().toString(),
                Arrays.stream(info.getStackTrace())
                        .map(StackTraceElement::toString)
                        .toList(),
                lock == null ? null : lock.toString(),
                info.getLockOwnerId() == NOBODY ? null : info.getLockOwnerId(),
                holds);
    }
}
