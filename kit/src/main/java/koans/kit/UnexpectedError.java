package koans.kit;

import java.io.Serial;

/** Thrown by {@link EveryOrder#mustBe}. */
final class UnexpectedError extends AssertionError {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What came of it, as it prints. */
    final String seen;

    UnexpectedError(String seen) {
        super(seen);
        this.seen = seen;
    }
}
