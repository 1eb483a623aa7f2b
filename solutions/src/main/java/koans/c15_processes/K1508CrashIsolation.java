package koans.c15_processes;

import io.github.acrossexecutors.process.ProcessPool;
import io.github.acrossexecutors.process.SerializableCallable;
import io.github.acrossexecutors.process.WorkerDiedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Koan 1508, solved: every future is asked by itself, and bad news of one is no news of the others. */
public final class K1508CrashIsolation {

    private K1508CrashIsolation() {}

    /** What became of a task. */
    public sealed interface End {

        /**
         * It brought an answer.
         *
         * @param answer the answer
         */
        record Answered(String answer) implements End {}

        /**
         * It threw, and its process went on.
         *
         * @param thrown what it threw
         */
        record Threw(Throwable thrown) implements End {}

        /**
         * Its process ended under it.
         *
         * @param exitCode the exit code of that process
         */
        record Died(int exitCode) implements End {}
    }

    /**
     * Run tasks in processes.
     *
     * @param tasks what is run
     * @param workers how many processes there are
     * @return what became of each, in the order of the tasks
     * @throws InterruptedException if the caller is interrupted while it waits; the processes are ended then
     */
    public static List<End> runAll(List<SerializableCallable<String>> tasks, int workers) throws InterruptedException {
        // Closing ends the processes, also where the loop is left by an exception.
        try (ProcessPool pool = ProcessPool.builder().workers(workers).build()) {
            List<End> ends = new ArrayList<>();
            // Hands over all before it waits for any; one that fails does not disturb the others.
            for (Future<String> future : pool.invokeAll(tasks)) {
                ends.add(endOf(future));
            }
            return ends;
        }
    }

    private static End endOf(Future<String> future) throws InterruptedException {
        try {
            return new End.Answered(future.get());
        } catch (ExecutionException e) {
            // Not the exception but its cause tells a task that threw from a process that died.
            return e.getCause() instanceof WorkerDiedException died
                    ? new End.Died(died.exitCode())
                    : new End.Threw(Objects.requireNonNull(e.getCause()));
        }
    }
}
