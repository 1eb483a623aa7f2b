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
 * @param prediction what the learner expected to see, empty if they were not asked or did not say
 */
public record Remembered(boolean passed, int hints, boolean storyTold, String stub, String test, String prediction) {

    /** A koan nobody has looked at. */
    public static final Remembered NOTHING = new Remembered(false, 0, false, "", "", "");

    private static final int LONGEST_PREDICTION = 200;
    private static final Pattern LINE =
            Pattern.compile("(K\\d{4}) (passed|open) (\\d) (told|new) ([0-9a-f]{64}|-) ([0-9a-f]{64}|-)( .*)?");

    /**
     * Keeps a prediction to one line.
     *
     * @throws IllegalArgumentException if the number of hints is not one digit
     */
    public Remembered {
        if (hints < 0 || hints > 9) {
            throw new IllegalArgumentException("`hints` is " + hints + ", but must be 0 to 9");
        }
        String line = prediction.replaceAll("\\p{Cntrl}", " ").strip();
        prediction = line.substring(0, Math.min(line.length(), LONGEST_PREDICTION));
    }

    /** {@return the same, with the story told} */
    public Remembered told() {
        return new Remembered(passed, hints, true, stub, test, prediction);
    }

    /**
     * {@return the same, with so many hints given}
     *
     * @param given how many
     */
    public Remembered hinted(int given) {
        return new Remembered(passed, given, storyTold, stub, test, prediction);
    }

    /**
     * {@return the same, with a prediction}
     *
     * @param expected what the learner expects to see
     */
    public Remembered predicted(String expected) {
        return new Remembered(passed, hints, storyTold, stub, test, expected);
    }

    /**
     * {@return the same, passed}
     *
     * @param with what it passed with
     */
    public Remembered passedWith(Hashes with) {
        return new Remembered(true, hints, storyTold, with.stub(), with.test(), prediction);
    }

    /** {@return the same, not passed any more} */
    public Remembered open() {
        return new Remembered(false, hints, storyTold, stub, test, prediction);
    }

    String line(String id) {
        return String.join(
                        " ",
                        id,
                        passed ? "passed" : "open",
                        String.valueOf(hints),
                        storyTold ? "told" : "new",
                        orDash(stub),
                        orDash(test),
                        prediction)
                .strip();
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
        String prediction = line.group(7) == null ? "" : line.group(7);
        return Optional.of(new Line(
                line.group(1),
                new Remembered(
                        line.group(2).equals("passed"),
                        Integer.parseInt(line.group(3)),
                        line.group(4).equals("told"),
                        line.group(5).replace("-", ""),
                        line.group(6).replace("-", ""),
                        prediction)));
    }

    /** A line of the state file. */
    record Line(String id, Remembered koan) {}
}
