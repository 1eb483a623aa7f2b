package io.github.acrossexecutors.report;

import io.github.acrossexecutors.timing.Timings;
import java.util.List;

/**
 * What is told of one test under one model.
 *
 * @param className the name of the test class
 * @param method the name of the test method
 * @param test what a person calls the test, the same under each model: {@code PriceServiceTest.quotesAPrice}, or of one
 *     invocation among several {@code ExistingSuiteTest.parses [2] i=7}
 * @param displayName the name JUnit shows
 * @param uniqueId JUnit's unique identifier of the invocation
 * @param meaning what the body means: {@code once}, {@code copies}, {@code injected} or {@code observed}
 * @param status how the body ended
 * @param notes sentences for whoever reads the figures
 * @param timings every round, with model, workers and tasks
 */
public record TestRecord(
        String className,
        String method,
        String test,
        String displayName,
        String uniqueId,
        String meaning,
        TestStatus status,
        List<String> notes,
        Timings timings) {

    /** Copy the notes. */
    public TestRecord {
        notes = List.copyOf(notes);
    }
}
