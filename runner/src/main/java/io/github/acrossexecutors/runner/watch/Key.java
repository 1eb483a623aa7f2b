package io.github.acrossexecutors.runner.watch;

/**
 * What came from the keyboard.
 *
 * @param kind which kind of key
 * @param letter the letter, if it was one
 */
public record Key(Kind kind, char letter) {

    /** Kinds of keys. */
    public enum Kind {
        /** A character. */
        LETTER,
        /** Enter. */
        ENTER,
        /** Backspace. */
        BACKSPACE,
        /** Escape. */
        ESCAPE,
        /** One line up. */
        UP,
        /** One line down. */
        DOWN,
        /** Nothing was pressed. */
        NONE,
        /** The keyboard is gone, or said its last (Ctrl-D). */
        CLOSED
    }

    /**
     * {@return a letter}
     *
     * @param letter which
     */
    public static Key of(char letter) {
        return new Key(Kind.LETTER, letter);
    }

    /**
     * {@return a key that is no letter}
     *
     * @param kind which
     */
    public static Key of(Kind kind) {
        return new Key(kind, '\0');
    }

    boolean is(char wanted) {
        return kind == Kind.LETTER && letter == wanted;
    }
}
