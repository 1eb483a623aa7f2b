package io.github.acrossexecutors.runner.link;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What the child tells the runner. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "report")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Report.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = Report.Started.class, name = "started"),
    @JsonSubTypes.Type(value = Report.Printed.class, name = "printed"),
    @JsonSubTypes.Type(value = Report.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = Report.Described.class, name = "described"),
    @JsonSubTypes.Type(value = Report.Watched.class, name = "watched"),
    @JsonSubTypes.Type(value = Report.Done.class, name = "done")
})
public sealed interface Report {

    /** The child takes requests: said once when it is up, and again after each {@link Request.Warm}. */
    record Ready() implements Report {}

    /**
     * A test method begins.
     *
     * @param method its name
     */
    record Started(String method) implements Report {}

    /**
     * The code under test printed something.
     *
     * @param text what it printed
     */
    record Printed(String text) implements Report {}

    /**
     * A test method ended.
     *
     * @param result how
     */
    record Finished(MethodResult result) implements Report {}

    /**
     * The answer to {@link Request.Describe}.
     *
     * @param threads one line per frame of each thread of the run
     */
    record Described(String threads) implements Report {}

    /**
     * What threads were seen doing: told before the end of the run, one for each round in which anything was seen.
     *
     * @param round what was seen
     */
    record Watched(RoundSeen round) implements Report {}

    /**
     * The run is over.
     *
     * @param fault why nothing could be run, as a sentence; empty if something was
     * @param leakedThreads names of threads the run left behind
     * @param reusable whether the next run may use this child
     * @param printedBytes how much was printed in all, whether or not it was passed on
     */
    record Done(String fault, List<String> leakedThreads, boolean reusable, long printedBytes) implements Report {

        /** Copies the list. */
        public Done {
            leakedThreads = List.copyOf(leakedThreads);
        }
    }
}
