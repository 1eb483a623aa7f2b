package koans.api;

/**
 * A place in the middle of an operation where a test may hold a thread, so that a race happens when the test wants it
 * and not when the machine does.
 *
 * <pre>{@code
 * int seen = value;
 * seam.pass();
 * value = seen + 1;
 * }</pre>
 *
 * <p><b>Threads:</b> any number of threads may pass at the same time; each is held on its own.
 */
@FunctionalInterface
public interface Seam {

    /** Pass this place; may take as long as the test likes. */
    void pass();
}
