package io.github.acrossexecutors.runner.host;

import io.github.acrossexecutors.runner.link.MethodResult;
import io.github.acrossexecutors.runner.link.MethodResult.Failure;
import io.github.acrossexecutors.runner.link.MethodResult.Status;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Listens while one test method runs, and keeps how it ended.
 *
 * <p>A failure of the class around it (a broken {@code @BeforeAll}) counts as the method's own: nothing else reports it.
 *
 * <p><b>Threads:</b> the launcher's calls and {@link #result} come from the thread that runs the launcher.
 */
final class MethodRun implements TestExecutionListener {

    private final Trace trace;
    private final String method;
    private final int guarantee;
    private final long startedNanos = System.nanoTime();
    private Status status = Status.SKIPPED;
    private Failure failure = new Failure("", "JUnit did not run this method", 0, 0, false);

    MethodRun(Trace trace, String method, int guarantee) {
        this.trace = trace;
        this.method = method;
        this.guarantee = guarantee;
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        failure = new Failure("", reason, 0, 0, false);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean failedAround = !test.isTest() && result.getStatus() != TestExecutionResult.Status.SUCCESSFUL;
        if (test.isTest() || (failedAround && status != Status.FAILED)) {
            // Until it is read: what was thrown may be of the learner's making, and throw in turn.
            status = Status.FAILED;
            failure = new Failure("", "What was thrown could not be read", 0, 0, false);
            failure = result.getThrowable().map(trace::read).orElse(Failure.NONE);
            status = status(result);
        }
    }

    /** Only the test may give up judging: code under test that does so has failed. */
    private Status status(TestExecutionResult result) {
        return switch (result.getStatus()) {
            case SUCCESSFUL -> Status.PASSED;
            case ABORTED ->
                result.getThrowable().filter(trace::thrownByTheTest).isPresent() ? Status.ABORTED : Status.FAILED;
            case FAILED -> Status.FAILED;
        };
    }

    MethodResult result() {
        long millis = (System.nanoTime() - startedNanos) / 1_000_000;
        return new MethodResult(method, guarantee, status, millis, failure);
    }
}
