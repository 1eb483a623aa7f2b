package io.github.acrossexecutors.remote;

import java.io.Serializable;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Tells one invocation of a test from every other one of any JVM.
 *
 * @param jvm the JVM that sends its tasks
 * @param number its number there
 */
public record RunId(UUID jvm, long number) implements Serializable {

    private static final UUID THIS_JVM = UUID.randomUUID();

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
        return jvm + "/" + number;
    }
}
