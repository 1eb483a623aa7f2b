package io.github.acrossexecutors.runner.gate;

import io.github.acrossexecutors.runner.path.BrokenKoanException;
import koans.kit.KoanTextException;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.AssertionFailedError;

/**
 * One thing the gate looks at.
 *
 * @param koan the koan's id
 * @param rule what must hold, as a node's name and as part of a message
 * @param look returns if it holds, fails if it does not, aborts if it cannot be judged now
 */
record Check(String koan, String rule, Executable look) {

    String name() {
        return koan + " " + rule;
    }

    /** Fails with the koan and the rule in the message, and without the stack that found out: it says nothing about the koan. */
    void run() throws Throwable {
        try {
            look.execute();
        } catch (Violation | BrokenKoanException | KoanTextException broken) {
            AssertionFailedError failure = new AssertionFailedError(name() + "\n" + broken.getMessage());
            failure.setStackTrace(new StackTraceElement[0]);
            throw failure;
        }
    }
}
