package io.github.acrossexecutors.runner.course;

import java.util.Optional;
import java.util.OptionalInt;
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
 * @param guess what was predicted: the number of the answer, 0 if the question was passed over; empty while it was not asked
 */
public record Remembered(boolean passed, int hints, boolean storyTold, String stub, String test, OptionalInt guess) {

    /** A koan nobody has looked at. */
    public static final Remembered NOTHING = new Remembered(false, 0, false, "", "", OptionalInt.empty());

    private static final Pattern LINE = Pattern.compile(
            "(K\\d{4}) (passed|open) (\\d) (told|new) ([0-9a-f]{64}|-) ([0-9a-f]{64}|-)(?: guess=(\\d))?");

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is not one digit
     */
    public Remembered {
        requireDigit("hints", hints);
        requireDigit("guess", guess.orElse(0));
    }

    private static void requireDigit(String component, int seen) {
        if (seen < 0 || seen > 9) {
            throw new IllegalArgumentException("`" + component + "` is " + seen + ", but must be 0 to 9");
        }
    }

    /** {@return the same, with the story told} */
    public Remembered told() {
        return new Remembered(passed, hints, true, stub, test, guess);
    }

    /**
     * {@return the same, with so many hints given}
     *
     * @param given how many
     */
    public Remembered hinted(int given) {
        return new Remembered(passed, given, storyTold, stub, test, guess);
    }

    /**
     * {@return the same, passed}
     *
     * @param with what it passed with
     */
    public Remembered passedWith(Hashes with) {
        return new Remembered(true, hints, storyTold, with.stub(), with.test(), guess);
    }

    /** {@return the same, not passed any more} */
    public Remembered open() {
        return new Remembered(false, hints, storyTold, stub, test, guess);
    }

    /**
     * {@return the same, with a prediction made}
     *
     * @param answer the number of the answer, 0 if the question was passed over
     */
    public Remembered guessed(int answer) {
        return new Remembered(passed, hints, storyTold, stub, test, OptionalInt.of(answer));
    }

    String line(String id) {
        return String.join(
                " ",
                id,
                passed ? "passed" : "open",
                String.valueOf(hints),
                storyTold ? "told" : "new",
                orDash(stub),
                orDash(test) + (guess.isPresent() ? " guess=" + guess.getAsInt() : ""));
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
                        line.group(6).replace("-", ""),
                        line.group(7) == null
                                ? OptionalInt.empty()
                                : OptionalInt.of(Integer.parseInt(line.group(7))))));
    }

    /** A line of the state file. */
    record Line(String id, Remembered koan) {}
}
