package io.github.acrossexecutors.benchmarks.lab;

/** The command line is wrong. */
public final class UsageException extends Exception {

    private static final long serialVersionUID = 1;

    /**
     * Say what is wrong.
     *
     * @param message what a person is told
     */
    public UsageException(String message) {
        super(message);
    }
}
