package io.github.acrossexecutors.benchmarks.verdicts;

/** The command line is wrong. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
