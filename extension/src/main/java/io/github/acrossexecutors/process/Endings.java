package io.github.acrossexecutors.process;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Ends workers: those that are not needed any more, that execute a cancelled task, or whose time has run out.
 *
 * <p><b>Threads:</b> callers hold the crew's lock; a deadline that has come takes it first.
 */
final class Endings implements AutoCloseable {

    private final WorkerSettings settings;
    private final Consumer<Runnable> changed;
    private final Deadlines deadlines;

    /** Changes that a deadline brings are made through {@code changed}, which takes the crew's lock. */
    Endings(WorkerSettings settings, Consumer<Runnable> changed) {
        this.settings = settings;
        this.changed = changed;
        this.deadlines = new Deadlines(settings.name());
    }

    void starts(CrewMember member) {
        deadlines.start(() -> changed.accept(() -> {
            if (!member.ready) {
                kill(member);
            }
        }));
    }

    /** Called for the task that its worker begins now, or is about to. */
    void begins(CrewMember member, PoolTask<?> task) {
        if (task.endItsWorker) {
            kill(member);
        } else if (settings.taskTimeout() != null) {
            deadlines.task(settings.taskTimeout(), () -> changed.accept(() -> overdue(member, task)));
        }
    }

    private void overdue(CrewMember member, PoolTask<?> task) {
        if (member.sent.peekFirst() == task && !task.isDone()) {
            task.overdueAt = "";
            member.outbox().put(new Frame(FrameKind.STACK, task.id()));
            deadlines.soon(() -> changed.accept(() -> kill(member)));
        }
    }

    void stackIs(CrewMember member, long id, String stack) {
        @Nullable PoolTask<?> first = member.sent.peekFirst();
        if (first != null && first.id() == id && first.overdueAt != null) {
            first.overdueAt = stack;
            kill(member);
        }
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
