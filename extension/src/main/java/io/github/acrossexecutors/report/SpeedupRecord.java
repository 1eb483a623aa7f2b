package io.github.acrossexecutors.report;

import io.github.acrossexecutors.verdict.Judgement;
import io.github.acrossexecutors.verdict.Reason;
import java.util.Locale;

/**
 * What is told of one expectation on one test.
 *
 * @param className the name of the test class
 * @param method the name of the test method
 * @param test what a person calls the test, as in {@link TestRecord#test}
 * @param uniqueId JUnit's unique identifier of the invocation
 * @param expectation what is expected: {@code VIRTUAL_THREADS at least 10x SEQUENTIAL}
 * @param judgement the verdict
 */
public record SpeedupRecord(
        String className, String method, String test, String uniqueId, String expectation, Judgement judgement) {

    /**
     * {@return the verdict as people read it: {@code met}, {@code not met}, {@code inconclusive}}
     */
    public String verdict() {
        return inWords(judgement.verdict());
    }

    /**
     * Say why it is inconclusive.
     *
     * @param reason the reason
     * @return the reason as people read it, such as {@code supply too low}
     */
    public String reason(Reason reason) {
        return inWords(reason);
    }

    private static String inWords(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
