package io.github.acrossexecutors.runner.engine;

/**
 * What the code under test printed.
 *
 * @param text the beginning of it
 * @param bytes how much it was in all, as far as known; more than the text has if the rest was dropped
 */
public record Printed(String text, long bytes) {

    /** Nothing. */
    public static final Printed NOTHING = new Printed("", 0);

    /** {@return whether some of it was dropped} */
    public boolean cut() {
        return bytes > text.length() * 4L || bytes > 64 * 1024;
    }
}
