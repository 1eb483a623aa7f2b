package io.github.acrossexecutors.runner.engine;

import io.github.acrossexecutors.runner.link.MethodResult;
import io.github.acrossexecutors.runner.link.Report;
import io.github.acrossexecutors.runner.link.RoundSeen;
import java.util.List;

/** How a run in a child JVM went. */
sealed interface ChildAnswer {

    /** It came to its end, and the child may or may not be used again. */
    record Completed(List<MethodResult> results, Printed printed, List<RoundSeen> rounds, Report.Done done)
            implements ChildAnswer {}

    /** The child ended first. */
    record Died(List<MethodResult> results, Printed printed, String method, String end) implements ChildAnswer {}

    /** The child said nothing for too long and was ended. */
    record Hung(List<MethodResult> results, Printed printed, String method, String threads) implements ChildAnswer {}

    /** No child could be started. */
    record NotStarted(String end) implements ChildAnswer {}
}
