package io.github.acrossexecutors.explorer.hook;

/** A class loader of rewritten classes that wants to know of threads which run them and belong to no schedule. */
@FunctionalInterface
public interface Watched {

    /**
     * Take note of such a thread; called on it.
     *
     * @param thread the thread
     */
    void stranger(Thread thread);
}
