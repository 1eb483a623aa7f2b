package io.github.acrossexecutors.process;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The workers of a pool and the tasks that wait for them.
 *
 * <p><b>Protocol.</b> One lock guards everything; under it decisions are made and frames put into outboxes, in an order
 * that the worker sees, too. Outside it frames are written, answers unpacked, futures completed, processes started.
 *
 * <p>A worker's first task goes to one that is idle. If none is, workers are sent some tasks ahead, so that none waits for
 * the pool between short tasks; should another worker become idle with nothing left to do, what was sent ahead and not begun
 * is recalled and dealt out again. So no task waits behind a long one while a worker is free.
 *
 * <p>Each worker has a reader thread: it alone removes what is answered, and it sees how the worker ends. Then the first
 * unanswered task fails, for the worker may have begun it; the others go back to the head of the queue. No task is executed
 * twice, and none is lost but the one.
 *
 * <p>A pool ends when it is shut down, its queue is empty and its last worker's process has ended.
 */
final class Crew {

    private static final int MOST_FAILED_STARTS = 3;

    private final WorkerSettings settings;
    private final Hiring hiring;
    private final Endings endings;
    private final ReentrantLock lock = new ReentrantLock();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Dealing dealing;

    private final Roster roster = new Roster();
    /** Guarded by the lock, as all below. */
    private final ArrayDeque<PoolTask<?>> queue = new ArrayDeque<>();

    private boolean shutdown;
    private int failedStarts;
    /** Set once, so whoever has seen it under the lock may use it outside. */
    private @Nullable ProcessPoolBrokenException broken;

    Crew(WorkerSettings settings, Cargo cargo) {
        this.settings = settings;
        this.endings = new Endings(settings, this::changed);
        this.hiring = new Hiring(settings, cargo, this);
        this.dealing = new Dealing(roster.members(), queue, settings.tasksPerWorker(), endings::begins);
    }

    void start() {
        changed(() -> {});
    }

    private void hire(int count) {
        for (int i = 0; i < count; i++) {
            @Nullable CrewMember member = null;
            try {
                member = hiring.hire();
            } catch (IOException | RuntimeException e) {
                fail(new ProcessPoolBrokenException("Pool " + settings.name() + " cannot start a JVM", e));
            }
            @Nullable CrewMember hired = member;
            changed(() -> joined(hired));
            if (member != null) {
                hiring.listenTo(member);
            }
        }
    }

    private void joined(@Nullable CrewMember member) {
        if (member == null) {
            roster.doesNotCome();
        } else {
            roster.came(member);
            endings.starts(member);
        }
    }

    /** Makes a change under the lock, deals out tasks, and does what came of it. */
    private void changed(Runnable change) {
        int missing;
        boolean isOver;
        List<PoolTask<?>> hopeless;
        lock.lock();
        try {
            change.run();
            dealing.deal();
            hopeless = hopeless();
            boolean over = shutdown && queue.isEmpty();
            for (CrewMember member : roster.members()) {
                if (member.mayRetire() || (over && member.hasNothingToDo())) {
                    endings.dismiss(member);
                }
            }
            missing = over ? 0 : roster.comingUpTo(settings.workers());
            isOver = over && roster.isEmpty();
        } finally {
            lock.unlock();
        }
        roster.members().forEach(member -> member.outbox().flush());
        hopeless.forEach(task -> task.fail(Objects.requireNonNull(broken)));
        if (isOver) {
            endings.close();
            hiring.close();
            ended.countDown();
        }
        hire(missing);
    }

    /** In a broken pool nobody comes any more for what waits, or what workers that end give back. */
    private List<PoolTask<?>> hopeless() {
        if (broken == null) {
            return List.of();
        }
        List<PoolTask<?>> all = List.copyOf(queue);
        queue.clear();
        return all;
    }

    void submit(PoolTask<?> task) {
        changed(() -> {
            if (shutdown) {
                throw rejection();
            }
            queue.addLast(task);
        });
    }

    private RejectedExecutionException rejection() {
        return broken == null
                ? new RejectedExecutionException("pool " + settings.name() + " has been shut down")
                : new RejectedExecutionException(
                        "pool " + settings.name() + " is broken: " + broken.getMessage(), broken);
    }

    /** Queues one task for each worker that is there; the function makes it. */
    List<PoolTask<?>> submitToEach(Supplier<PoolTask<?>> tasks) {
        List<PoolTask<?>> all = new ArrayList<>();
        changed(() -> {
            if (shutdown) {
                throw rejection();
            }
            all.addAll(dealing.toEach(tasks));
        });
        return all;
    }

    /** Called when a task's future has been cancelled. */
    void cancelled(PoolTask<?> task, boolean mayEndWorker) {
        changed(() -> {
            @Nullable CrewMember member = task.member;
            if (member == null) {
                return;
            }
            if (member.sent.peekFirst() != task) {
                task.endItsWorker = mayEndWorker;
                member.recall();
            } else if (mayEndWorker) {
                endings.endWith(member, task);
            }
        });
    }

    void forget(MapFunction function) {
        changed(() -> dealing.forget(function.id()));
    }

    // What the reader thread of a worker reports.

    void greeted(CrewMember member) {
        changed(() -> member.greeted = true);
    }

    void ready(CrewMember member) {
        changed(() -> {
            member.ready = true;
            failedStarts = 0;
        });
    }

    void initializerFailed(CrewMember member, Throwable cause) {
        fail(new ProcessPoolBrokenException("The initializer failed in worker " + member, cause));
    }

    /** Takes the first unanswered task of a worker, which has answered it. */
    PoolTask<?> answered(CrewMember member, long id) throws IOException {
        List<PoolTask<?>> answered = new ArrayList<>();
        changed(() -> {
            @Nullable PoolTask<?> first = member.sent.peekFirst();
            if (first != null && first.id() == id) {
                answered.add(first);
                dealing.answered(member);
            }
        });
        if (answered.isEmpty()) {
            throw new IOException("It answered task " + id + ", which it was not executing.");
        }
        return answered.get(0);
    }

    void returned(CrewMember member, long[] ids) {
        changed(() -> {
            dealing.takeBack(member, ids);
            endings.gaveBack(member);
        });
    }

    void stackIs(CrewMember member, long id, String stack) {
        changed(() -> endings.stackIs(member, id, stack));
    }

    /** Called last, when the process of a worker has ended, and before anybody is told that the pool has. */
    void gone(CrewMember member, int exitCode) {
        Obituary obituary = new Obituary(member, exitCode, settings.taskTimeout());
        List<PoolTask<?>> lost = new ArrayList<>();
        changed(() -> {
            member.leaving = true;
            member.exitCode = exitCode;
            lost.addAll(dealing.reclaim(member));
        });
        lost.forEach(obituary::failTask);
        boolean[] hopeless = {false};
        changed(() -> {
            roster.left(member);
            boolean wanted = broken == null && !(shutdown && queue.isEmpty());
            hopeless[0] = wanted && !member.ready && ++failedStarts >= MOST_FAILED_STARTS;
        });
        if (hopeless[0]) {
            fail(new ProcessPoolBrokenException(
                    failedStarts + " workers of pool " + settings.name() + " in a row ended while they started",
                    obituary.beforeAnyTask()));
        }
    }

    private void fail(ProcessPoolBrokenException reason) {
        changed(() -> {
            broken = broken == null ? reason : broken;
            shutdown = true;
            roster.members().forEach(endings::kill);
        });
    }

    void shutdown() {
        changed(() -> shutdown = true);
    }

    List<Runnable> shutdownNow() {
        List<PoolTask<?>> waiting = new ArrayList<>();
        List<PoolTask<?>> begun = new ArrayList<>();
        changed(() -> {
            shutdown = true;
            dealing.clear(begun, waiting);
            roster.members().forEach(endings::kill);
        });
        waiting.removeIf(PoolTask::isDone);
        begun.forEach(PoolTask::drop);
        waiting.forEach(PoolTask::drop);
        return waiting.stream().map(PoolTask::original).toList();
    }

    void replaceWorkers() {
        // Those that start have executed nothing yet: they are fresh.
        changed(() ->
                roster.members().stream().filter(member -> member.ready).forEach(member -> member.retiring = true));
    }

    boolean isShutdown() {
        lock.lock();
        try {
            return shutdown;
        } finally {
            lock.unlock();
        }
    }

    boolean awaitTermination(long time, TimeUnit unit) throws InterruptedException {
        return ended.await(time, unit);
    }

    boolean isTerminated() {
        return ended.getCount() == 0;
    }

    List<WorkerStatus> status() {
        lock.lock();
        try {
            return roster.status();
        } finally {
            lock.unlock();
        }
    }
}
