package koans.c01_threads;

import koans.api.NotYetWritten;

/**
 * 0103 Start, don't run
 *
 * The class notes among our sources send out a courier and collect the dishes, "with two threads". Both classes extend
 * Thread, both have a run method, and the program calls run on each. It prints the right lines in the right order. It
 * also did all of it on the main thread: we looked. The same program in Java falls into the same trap: both threads were
 * still in state NEW when all was done. Nobody was told, because nothing fails: a method named run was called, and it
 * ran. So hand a task to a thread in such a way that the thread runs it, and you go on.
 *
 * 1. The task runs once, on another thread than the caller's.
 * 2. The call comes back while the task still runs.
 * 3. The thread that comes back is the one that runs the task, and it ends with the task.
 * 4. Tasks launched one after another run at the same time.
 */
public final class K0103StartDoNotRun {

    private K0103StartDoNotRun() {}

    public static Thread launch(Runnable task) {
        // TODO
        throw new NotYetWritten("let a thread of its own run the task, and come back at once");
    }
}
