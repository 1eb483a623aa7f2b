package io.github.acrossexecutors.process;

/**
 * A pool cannot get a worker to work: its initializer failed, or one worker after the other ended while it started.
 *
 * <p>The cause tells what happened.
 */
public final class ProcessPoolBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ProcessPoolBrokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
