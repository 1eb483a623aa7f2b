package koans.api;

import java.io.Serial;

/**
 * Thrown by a stub where the learner's code goes.
 *
 * <pre>{@code throw new NotYetWritten("fetch every page on a thread of its own");}</pre>
 */
public final class NotYetWritten extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Say what is missing.
     *
     * @param whatToWrite what the learner is asked to write here, in a few words
     */
    public NotYetWritten(String whatToWrite) {
        super("Not yet written: " + whatToWrite);
    }
}
