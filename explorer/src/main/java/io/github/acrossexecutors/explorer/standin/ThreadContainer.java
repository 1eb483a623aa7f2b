package io.github.acrossexecutors.explorer.standin;

/** What copies use of {@code jdk.internal.vm.ThreadContainer} and its registry: nothing but the names. */
public class ThreadContainer {

    /**
     * Make one.
     *
     * @param counted ignored
     */
    public ThreadContainer(boolean counted) {}

    /**
     * Make one.
     *
     * @param name ignored
     * @return a container
     */
    public static ThreadContainer create(String name) {
        return new ThreadContainer(false);
    }

    /**
     * Register.
     *
     * @param container which
     * @return a key
     */
    public static Object registerContainer(ThreadContainer container) {
        return container;
    }

    /**
     * Forget.
     *
     * @param key what was returned
     */
    public static void deregisterContainer(Object key) {}

    /**
     * Start a thread.
     *
     * @param thread which
     */
    public void start(Thread thread) {
        thread.start();
    }

    /** Close. */
    public void close() {}
}
