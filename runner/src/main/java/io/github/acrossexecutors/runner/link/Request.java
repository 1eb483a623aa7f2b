package io.github.acrossexecutors.runner.link;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What the runner asks its child for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "request")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Request.Run.class, name = "run"),
    @JsonSubTypes.Type(value = Request.Warm.class, name = "warm"),
    @JsonSubTypes.Type(value = Request.Describe.class, name = "describe")
})
public sealed interface Request {

    /**
     * Run one test class, or some of its methods.
     *
     * @param name what this run is called in each report on it: nothing that the code under test could guess
     * @param classPath directories that hold the compiled test and what it judges
     * @param testClass the test's fully qualified name
     * @param judgedClass fully qualified name of the class under test
     * @param methods the only test methods to run; empty for all
     * @param stopAtFirstFailure whether methods after the first that fails stay unrun
     * @param deadlineMillis how long one test method may take
     */
    record Run(
            String name,
            List<String> classPath,
            String testClass,
            String judgedClass,
            List<String> methods,
            boolean stopAtFirstFailure,
            long deadlineMillis)
            implements Request {

        /** Copies the lists. */
        public Run {
            classPath = List.copyOf(classPath);
            methods = List.copyOf(methods);
        }
    }

    /**
     * Get a part of the kit ready, outside of any run: its threads are then none of the run's, and its first use, which is slow, does not count against a
     * test's deadline. Requests after this one wait for it.
     *
     * @param part what to get ready
     */
    record Warm(Part part) implements Request {}

    /** Parts of the kit that are slow when they are used first, and that not every koan needs. */
    enum Part {
        /** The server behind the slow sites. */
        SITE,
        /** What reads class files for rules of technique. */
        RULES,
        /** What runs threads in every order of their steps, with the copies of the JDK's locks that it makes. */
        ORDERS
    }

    /** Say what the threads of the current run are doing. */
    record Describe() implements Request {}
}
