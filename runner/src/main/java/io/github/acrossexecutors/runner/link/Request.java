package io.github.acrossexecutors.runner.link;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What the runner asks its child for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "request")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Request.Run.class, name = "run"),
    @JsonSubTypes.Type(value = Request.WarmSite.class, name = "warmSite"),
    @JsonSubTypes.Type(value = Request.Describe.class, name = "describe")
})
public sealed interface Request {

    /**
     * Run one test class, or some of its methods.
     *
     * @param classPath directories that hold the compiled test and what it judges
     * @param testClass the test's fully qualified name
     * @param judgedClass fully qualified name of the class under test
     * @param methods the only test methods to run; empty for all
     * @param stopAtFirstFailure whether methods after the first that fails stay unrun
     * @param deadlineMillis how long one test method may take
     */
    record Run(
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

    /** Start the slow site, outside of any run: its threads are then none of the run's. Requests after this one wait for it. */
    record WarmSite() implements Request {}

    /** Say what the threads of the current run are doing. */
    record Describe() implements Request {}
}
