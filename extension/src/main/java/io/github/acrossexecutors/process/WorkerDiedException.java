package io.github.acrossexecutors.process;

/**
 * A worker ended while it executed a task, or before it could execute any.
 *
 * <p>The message names the worker, its process id, its exit code with what that usually means, and its last output.
 */
public final class WorkerDiedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Its process id. */
    private final long pid;
    /** How its process ended. */
    private final int exitCode;
    /** The end of what it printed. */
    private final String lastOutput;

    WorkerDiedException(String happening, long pid, int exitCode, String lastOutput) {
        super(happening + " with exit code " + exitCode + ExitCode.meaning(exitCode, lastOutput) + "."
                + said(lastOutput));
        this.pid = pid;
        this.exitCode = exitCode;
        this.lastOutput = lastOutput;
    }

    private static String said(String lastOutput) {
        return lastOutput.isBlank() ? " It printed nothing." : " Its last output:\n" + lastOutput.strip();
    }

    /**
     * Tell which process it was.
     *
     * @return its process id
     */
    public long pid() {
        return pid;
    }

    /**
     * Tell how the process ended.
     *
     * @return its exit code
     */
    public int exitCode() {
        return exitCode;
    }

    /**
     * Tell what the worker printed last, on its standard output and its error output.
     *
     * @return at most the last 4,096 characters; empty if it printed nothing
     */
    public String lastOutput() {
        return lastOutput;
    }
}
