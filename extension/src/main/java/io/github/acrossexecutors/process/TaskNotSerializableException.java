package io.github.acrossexecutors.process;

/**
 * A task, an argument or a result cannot travel to another JVM.
 *
 * <p>The message names the path of fields that leads to what cannot travel.
 */
public final class TaskNotSerializableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** From the task to what cannot travel. */
    private final String path;

    TaskNotSerializableException(String message, String path) {
        super(message);
        this.path = path;
    }

    /**
     * Tell where the part is that cannot travel.
     *
     * @return such as {@code task.captured[0].connection}; empty where it is not known
     */
    public String path() {
        return path;
    }
}
