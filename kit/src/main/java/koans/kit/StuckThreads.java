package koans.kit;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;

/** Describes platform threads that do not get on: where, waiting for what, held by whom. */
final class StuckThreads {

    private StuckThreads() {}

    static String describe(Collection<Thread> threads) {
        ThreadMXBean bean = ManagementFactory.getThreadMXBean();
        long[] ids = threads.stream().mapToLong(Thread::threadId).toArray();
        return Arrays.stream(bean.getThreadInfo(ids, Integer.MAX_VALUE))
                .filter(Objects::nonNull)
                .map(StuckThreads::describe)
                .collect(Collectors.joining("\n"));
    }

    private static String describe(ThreadInfo info) {
        StackTraceElement[] trace = info.getStackTrace();
        LockInfo lock = info.getLockInfo();
        String holder = info.getLockOwnerName();
        return info.getThreadName() + " is " + info.getThreadState()
                + (trace.length == 0 ? "" : " at " + trace[0])
                + (lock == null ? "" : ", waits for " + lock)
                + (holder == null ? "" : " held by " + holder);
    }
}
