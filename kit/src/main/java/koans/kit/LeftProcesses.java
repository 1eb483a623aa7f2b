package koans.kit;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Ends the processes that a test body started and left, by force: the next body must not meet them.
 *
 * <p>Somebody may replace a process that ends, as a pool of processes does; so after one was ended we look again until the
 * body's last thread has ended, or no process has come for {@link #QUIET}. A pool gives up, and its threads end, once three
 * workers in a row did not get as far as their first line.
 *
 * <p>Limits: whoever lets a process start another one and end has hidden that one from us.
 */
final class LeftProcesses {

    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long LOOK_NANOS = 5_000_000;

    private final Set<ProcessHandle> before =
            ProcessHandle.current().descendants().collect(Collectors.toSet());

    /** Ends what was started since this was made; the threads of the body are those of the group. */
    void end(ThreadGroup body) {
        long start = System.nanoTime();
        long lastSeen = start;
        List<ProcessHandle> left = left();
        boolean more = !left.isEmpty();
        while (more) {
            long now = System.nanoTime();
            lastSeen = left.isEmpty() ? lastSeen : now;
            left.forEach(ProcessHandle::destroyForcibly);
            LockSupport.parkNanos(LOOK_NANOS);
            boolean mayCome = body.activeCount() > 0 && now - lastSeen < QUIET.toNanos();
            left = left();
            more = (mayCome || !left.isEmpty()) && now - start < PATIENCE.toNanos();
        }
    }

    private List<ProcessHandle> left() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> !before.contains(process))
                .toList();
    }
}
