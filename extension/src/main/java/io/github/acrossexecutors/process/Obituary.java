package io.github.acrossexecutors.process;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What is told about a worker that has ended. */
final class Obituary {

    private final CrewMember member;
    private final int exitCode;
    private final @Nullable Duration taskTimeout;

    Obituary(CrewMember member, int exitCode, @Nullable Duration taskTimeout) {
        this.member = member;
        this.exitCode = exitCode;
        this.taskTimeout = taskTimeout;
    }

    void failTask(PoolTask<?> task) {
        if (task.overdueAt != null) {
            task.fail(new TimeoutException("The task was executed for more than " + taskTimeout + " in worker " + member
                    + ", which was ended and replaced."
                    + (task.overdueAt.isEmpty() ? "" : " It was" + task.overdueAt)));
        } else if (task.onlyFor != null && member.exitCode != null && task.member == null) {
            task.fail(died("Worker " + member + " ended before it could execute this task"));
        } else {
            task.fail(died("Worker " + member + " ended while it executed this task"));
        }
    }

    WorkerDiedException beforeAnyTask() {
        return died("Worker " + member + " ended before it could execute any task");
    }

    private WorkerDiedException died(String happening) {
        String what = member.garbage == null ? "," : ". " + member.garbage + "\nSo it was ended,";
        return new WorkerDiedException(
                happening + what, member.pid(), exitCode, member.output().tail());
    }
}
