package io.github.acrossexecutors;

/** Where the workers of an {@link ExecutorProvider} are. */
public enum Placement {

    /** Threads of this JVM: a task is executed on the very objects of the test. */
    THIS_JVM,

    /**
     * Other JVMs, with the class path of this one, this extension and junit-platform-launcher included. Each executes the
     * body's whole life-cycle, once for all of its tasks; tasks that come to one JVM at the same time follow each other, so
     * that a worker is a JVM. The executor is an {@code ExecutorService} that takes a serializable {@code Callable}; a task
     * that it executes in this JVM fails.
     */
    OTHER_JVMS
}
