package koans.c15_processes;

import io.github.acrossexecutors.process.SerializableCallable;
import java.util.List;
import koans.api.NotYetWritten;

/**
 * 1508 Crash isolation
 *
 * An exception ends a task. Runtime.halt, System.exit or a crash in native code ends the JVM, and with it every thread. So
 * whoever runs code that may do such a thing, a plug-in, a pupil's answer, gives it a process of its own. The posts say it
 * in one line: a process that dies leaves the others alive. True; only, somebody has to tell. We gave eight tasks to three
 * Python processes, and let one of them end its process with code 134, as a crash does. ProcessPoolExecutor failed all
 * eight and took no more. Pool brought seven answers, and for the eighth we could have waited for ever. Java's JDK has no
 * such pool. This project has: its ProcessPool is an ExecutorService whose workers are child JVMs.
 *
 * 1. Tasks run in other processes, in as many at the same time as there are workers.
 * 2. A task that ends its process is told in its place as Died, with the exit code of that process, and is not begun
 *    again.
 * 3. The others do not suffer: tasks that run beside it and tasks that wait behind it bring their answers, in their
 *    places.
 * 4. A task that throws ends nothing: it is told as Threw, with what it threw, and its process goes on.
 * 5. There is a process for each worker and one more for each that died; when the call comes back, none is left.
 */
public final class K1508CrashIsolation {

    private K1508CrashIsolation() {}

    /** What became of a task. */
    public sealed interface End {

        record Answered(String answer) implements End {}

        record Threw(Throwable thrown) implements End {}

        record Died(int exitCode) implements End {}
    }

    public static List<End> runAll(List<SerializableCallable<String>> tasks, int workers) throws InterruptedException {
        // TODO: an end for each task, in the order of the tasks. ProcessPool is in io.github.acrossexecutors.process.
        throw new NotYetWritten("run the tasks in processes, and tell what became of each");
    }
}
