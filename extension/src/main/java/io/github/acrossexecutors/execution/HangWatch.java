package io.github.acrossexecutors.execution;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches tasks that run on the caller itself, which therefore cannot watch them.
 *
 * <p>At the deadline it prints what hangs, at once, because the caller may never come back; then it interrupts. Closing
 * it joins its thread, so no interrupt arrives later.
 */
final class HangWatch implements AutoCloseable {

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;
    /** Written by the watching thread, read by the caller after it has joined that thread. */
    private @Nullable Hang hang;

    HangWatch(Supplier<List<TaskRun>> runs, Duration limit, String model) {
        thread = new Thread(() -> watch(runs, limit, model), "hang-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch(Supplier<List<TaskRun>> runs, Duration limit, String model) {
        try {
            if (!over.await(limit.toNanos(), TimeUnit.NANOSECONDS)) {
                lookAndInterrupt(runs, limit, model);
            }
        } catch (InterruptedException e) {
            // Nobody has a reason to interrupt this thread; whoever does wants it to end.
        }
    }

    private void lookAndInterrupt(Supplier<List<TaskRun>> runs, Duration limit, String model) {
        if (runs.get().stream().allMatch(TaskRun::hasEnded)) {
            // They ended in the moment between the deadline and this look: late for a watch, but nothing hangs.
            return;
        }
        hang = Hang.look(runs.get(), limit, model);
        System.err.println(hang);
        Hang.interrupt(runs.get());
    }

    @Override
    public void close() {
        over.countDown();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What hung, once this is closed. */
    Optional<Hang> hang() {
        return Optional.ofNullable(hang);
    }
}
