package koans.kit;

import java.io.Serial;

/** A koan's text, or a test's use of it, breaks a rule: a mistake of the koan's author, never of the learner. */
public final class KoanTextException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    KoanTextException(String message) {
        super(message);
    }

    KoanTextException(String message, Throwable cause) {
        super(message, cause);
    }
}
