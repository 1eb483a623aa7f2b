package io.github.acrossexecutors.process;

/**
 * What a task threw, where this JVM cannot rebuild it: a class it lacks, or one without a suitable constructor.
 *
 * <p>Message, stack trace, cause and suppressed exceptions are those of the worker's exception.
 */
public final class RemoteTaskException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The name of the class in the worker. */
    private final String remoteClassName;

    RemoteTaskException(String remoteClassName, String message) {
        super(message.isEmpty() ? remoteClassName : remoteClassName + ": " + message);
        this.remoteClassName = remoteClassName;
    }

    /**
     * Tell of which class the exception was.
     *
     * @return the name of its class in the worker
     */
    public String remoteClassName() {
        return remoteClassName;
    }
}
