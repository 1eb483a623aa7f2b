package koans.c01_threads;

/** Koan 0103, solved: the thread is started, and runs the task itself. */
public final class K0103StartDoNotRun {

    private K0103StartDoNotRun() {}

    /**
     * Run a task in the background.
     *
     * @param task what to run
     * @return the thread that runs it
     */
    public static Thread launch(Runnable task) {
        Thread thread = new Thread(task);
        // Not run(): that would run the task here. start() makes a thread, which calls run(), and comes back at once.
        thread.start();
        return thread;
    }
}
