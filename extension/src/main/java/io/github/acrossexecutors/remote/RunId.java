package io.github.acrossexecutors.remote;

import java.io.Serializable;
import java.util.concurrent.ThreadLocalRandom;

/** Tells one invocation of a test from every other one of any JVM. */
public final class RunId implements Serializable {

    private static final long serialVersionUID = 1;

    /** Not a random {@link java.util.UUID}: each worker would load the JDK's cryptography to compare its own with. */
    private static final String THIS_JVM = String.join(
            "-",
            Long.toString(ProcessHandle.current().pid()),
            Long.toHexString(System.currentTimeMillis()),
            Long.toHexString(System.nanoTime()),
            Long.toHexString(ThreadLocalRandom.current().nextLong()));

    /** The JVM that sends its tasks. */
    private final String jvm;
    /** Its number there. */
    private final long number;

    private RunId(String jvm, long number) {
        this.jvm = jvm;
        this.number = number;
    }

    /**
     * Make a new one.
     *
     * @return one that there has never been
     */
    public static RunId next() {
        return new RunId(THIS_JVM, ThreadLocalRandom.current().nextLong(Long.MAX_VALUE));
    }

    /** Whether this JVM is the one that sends its tasks, and so must not execute them. */
    boolean isOfThisJvm() {
        return jvm.equals(THIS_JVM);
    }

    /** The identity as text, which {@link HostedRun#find} understands. */
    @Override
    public String toString() {
        return String.join("/", jvm, Long.toString(number));
    }
}
