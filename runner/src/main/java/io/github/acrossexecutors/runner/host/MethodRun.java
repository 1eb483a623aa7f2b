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
            status = switch (result.getStatus()) {
                case SUCCESSFUL -> Status.PASSED;
                case ABORTED -> Status.ABORTED;
                case FAILED -> Status.FAILED;
            };
            failure = result.getThrowable().map(trace::read).orElse(Failure.NONE);
        }
    }

    MethodResult result() {
        long millis = (System.nanoTime() - startedNanos) / 1_000_000;
        return new MethodResult(method, guarantee, status, millis, failure);
    }
}
