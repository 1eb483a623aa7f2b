package io.github.acrossexecutors.process;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ends workers: those that are not needed any more, that execute a cancelled task, or whose time has run out.
 *
 * <p>To end a worker for the sake of its task must not cost another one. The first unanswered task may be answered already,
 * on its way through the pipe, and the next one begun. So a worker that has more is first asked to give back what it has not
 * begun: when that has come and the task is still the first, it is what the worker executes.
 *
 * <p><b>Threads:</b> callers hold the crew's lock; a deadline that has come takes it first.
 */
final class Endings implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

    private final @Nullable Duration taskTimeout;
    private final Consumer<Runnable> changed;
    private final Deadlines deadlines;

    /** Changes that a deadline brings are made through {@code changed}, which takes the crew's lock. */
    Endings(WorkerSettings settings, Consumer<Runnable> changed) {
        this.taskTimeout = settings.taskTimeout();
        this.changed = changed;
        this.deadlines = new Deadlines(settings.name());
    }

    void starts(CrewMember member) {
        deadlines.start(() -> changed.accept(() -> {
            if (!member.greeted) {
                kill(member);
            }
        }));
    }

    /** Called for the task that its worker begins now, or is about to. */
    void begins(CrewMember member, PoolTask<?> task) {
        if (task.endItsWorker) {
            endWith(member, task);
        } else if (taskTimeout != null && !member.watched) {
            member.watched = true;
            look(member, nanos(taskTimeout), nanos(taskTimeout));
        }
    }

    private static long nanos(Duration limit) {
        return limit.compareTo(LONGEST) < 0 ? limit.toNanos() : Long.MAX_VALUE;
    }

    /** Looks again and again, once per limit or less, and holds no task meanwhile: there may be millions of short ones. */
    private void look(CrewMember member, long limitNanos, long inNanos) {
        deadlines.task(
                inNanos,
                () -> changed.accept(() -> {
                    @Nullable PoolTask<?> first = member.sent.peekFirst();
                    long left = limitNanos - (System.nanoTime() - member.headSinceNanos);
                    if (first == null) {
                        member.watched = false;
                    } else if (left > 0) {
                        look(member, limitNanos, left);
                    } else {
                        member.watched = false;
                        overdue(member, first);
                    }
                }));
    }

    private void overdue(CrewMember member, PoolTask<?> task) {
        task.overdueAt = "";
        member.outbox().put(new Frame(FrameKind.STACK, task.id()));
        killSoon(member, task);
    }

    void stackIs(CrewMember member, long id, String stack) {
        @Nullable PoolTask<?> first = member.sent.peekFirst();
        if (first != null && first.id() == id && first.overdueAt != null) {
            first.overdueAt = stack;
            endWith(member, first);
        }
    }

    /** Ends a worker that executes this task, the first it has not answered, and no other. */
    void endWith(CrewMember member, PoolTask<?> task) {
        task.endItsWorker = true;
        if (member.sent.size() == 1) {
            kill(member);
        } else {
            member.recall();
            killSoon(member, task);
        }
    }

    /** Called when a worker has given back what it had not begun. */
    void gaveBack(CrewMember member) {
        @Nullable PoolTask<?> first = member.sent.peekFirst();
        if (first != null && first.endItsWorker) {
            // More than one: they were sent after an earlier recall.
            endWith(member, first);
        }
    }

    /** For a worker that does not answer: whatever it does, it is ended if that is still the task. */
    private void killSoon(CrewMember member, PoolTask<?> task) {
        deadlines.soon(() -> changed.accept(() -> {
            if (member.sent.peekFirst() == task) {
                kill(member);
            }
        }));
    }

    void dismiss(CrewMember member) {
        if (!member.leaving) {
            member.leaving = true;
            member.outbox().close();
            deadlines.leave(member::kill);
        }
    }

    void kill(CrewMember member) {
        member.leaving = true;
        member.kill();
    }

    @Override
    public void close() {
        deadlines.close();
    }
}
