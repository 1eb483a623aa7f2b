package io.github.acrossexecutors.report;

import io.github.acrossexecutors.verdict.Judgement;
import java.util.Locale;
import java.util.Optional;

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
     * {@return why it is inconclusive, as people read it, such as {@code supply too low}; empty if it is not}
     */
    public Optional<String> reason() {
        return judgement.reason().map(SpeedupRecord::inWords);
    }

    private static String inWords(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
