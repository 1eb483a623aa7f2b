package io.github.acrossexecutors.runner.course;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is remembered of one koan: one line of the state file.
 *
 * @param passed whether it was green, and nothing has taken that back since
 * @param hints how many hints were given
 * @param storyTold whether its story was shown
 * @param stub hash of the learner's file it passed with, empty if it never did
 * @param test hash of the test it passed with, empty if it never did
 */
public record Remembered(boolean passed, int hints, boolean storyTold, String stub, String test) {

    /** A koan nobody has looked at. */
    public static final Remembered NOTHING = new Remembered(false, 0, false, "", "");

    private static final Pattern LINE =
            Pattern.compile("(K\\d{4}) (passed|open) (\\d) (told|new) ([0-9a-f]{64}|-) ([0-9a-f]{64}|-)");

    /**
     * Checks the number of hints.
     *
     * @throws IllegalArgumentException if it is not one digit
     */
    public Remembered {
        if (hints < 0 || hints > 9) {
            throw new IllegalArgumentException("`hints` is " + hints + ", but must be 0 to 9");
        }
    }

    /** {@return the same, with the story told} */
    public Remembered told() {
        return new Remembered(passed, hints, true, stub, test);
    }

    /**
     * {@return the same, with so many hints given}
     *
     * @param given how many
     */
    public Remembered hinted(int given) {
        return new Remembered(passed, given, storyTold, stub, test);
    }

    /**
     * {@return the same, passed}
     *
     * @param with what it passed with
     */
    public Remembered passedWith(Hashes with) {
        return new Remembered(true, hints, storyTold, with.stub(), with.test());
    }

    /** {@return the same, not passed any more} */
    public Remembered open() {
        return new Remembered(false, hints, storyTold, stub, test);
    }

    String line(String id) {
        return String.join(
                " ",
                id,
                passed ? "passed" : "open",
                String.valueOf(hints),
                storyTold ? "told" : "new",
                orDash(stub),
                orDash(test));
    }

    private static String orDash(String hash) {
        return hash.isEmpty() ? "-" : hash;
    }

    /** One koan's line, read; empty if it is none. */
    static Optional<Line> read(String text) {
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Line(
                line.group(1),
                new Remembered(
                        line.group(2).equals("passed"),
                        Integer.parseInt(line.group(3)),
                        line.group(4).equals("told"),
                        line.group(5).replace("-", ""),
                        line.group(6).replace("-", ""))));
    }

    /** A line of the state file. */
    record Line(String id, Remembered koan) {}
}
