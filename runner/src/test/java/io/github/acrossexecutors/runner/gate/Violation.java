package io.github.acrossexecutors.runner.gate;

/** A rule does not hold; the message says what was expected and what was seen. */
final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Violation(String message) {
        super(message);
    }

    static void unless(boolean holds, String message) {
        if (!holds) {
            throw new Violation(message);
        }
    }
}
