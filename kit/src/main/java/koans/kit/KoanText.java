package koans.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a learner reads about one koan, as plain text: Markdown marks are dropped, code blocks kept.
 *
 * <pre>{@code
 * KoanText text = KoanText.load("K0104");
 * text.hints().getFirst();
 * }</pre>
 *
 * @param id the koan's permanent id, {@code K} and four digits
 * @param title its title, without the number
 * @param story 3 to 8 lines that say why anyone would want this
 * @param prediction what a learner is asked before they see story and numbers, where guessing teaches something
 * @param guarantees what the learner's code promises, numbered from 1
 * @param offLimits what the learner must leave alone, where there is such a thing
 * @param hints three, from a nudge to nearly the answer
 * @param learnt what to take away
 * @param notSeen what the tests cannot see
 */
public record KoanText(
        String id,
        String title,
        String story,
        Optional<Prediction> prediction,
        List<GuaranteeText> guarantees,
        Optional<String> offLimits,
        List<String> hints,
        String learnt,
        String notSeen) {

    /** System property that chooses the language of the texts, {@value}; English where it is not set. */
    public static final String LANGUAGE_PROPERTY = "koans.language";

    private static final Pattern ID = Pattern.compile("K\\d{4}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

    /** Check and copy the parts. */
    public KoanText {
        requireId(id);
        Objects.requireNonNull(prediction, "prediction");
        Objects.requireNonNull(offLimits, "offLimits");
        guarantees = List.copyOf(guarantees);
        hints = List.copyOf(hints);
    }

    /**
     * A question to answer before the numbers are seen.
     *
     * @param question what is asked; ends with a question mark
     * @param answers 2 to 9, to choose from
     * @param right the number of the right one, from 1
     * @param reason why it is so, with what was measured where something was
     */
    public record Prediction(String question, List<String> answers, int right, String reason) {

        private static final int MOST = 9;

        /**
         * Check and copy the parts.
         *
         * @throws IllegalArgumentException if a part is missing or out of range; the message says which
         */
        public Prediction {
            answers = List.copyOf(answers);
            require(question.endsWith("?"), "it asks nothing: its question ends without a question mark");
            require(
                    answers.size() >= 2 && answers.size() <= MOST,
                    "it has " + answers.size() + " answers, expected 2 to " + MOST);
            require(
                    right >= 1 && right <= answers.size(),
                    "the right answer is " + right + ", expected 1 to " + answers.size());
            require(!reason.isBlank(), "it gives no reason for the answer");
        }

        private static void require(boolean holds, String rule) {
            if (!holds) {
                throw new IllegalArgumentException(rule);
            }
        }

        /** {@return the right answer} */
        public String truth() {
            return answers.get(right - 1);
        }
    }

    /**
     * One promise of the learner's code.
     *
     * @param number its number, from 1
     * @param sentence the promise
     * @param seen by key: what is said when the promise is broken, with {} for each number seen
     */
    public record GuaranteeText(int number, String sentence, Map<String, String> seen) {

        /** Check and copy the parts. */
        public GuaranteeText {
            if (number < 1) {
                throw new IllegalArgumentException("A guarantee is numbered from 1, not " + number + ".");
            }
            seen = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(seen));
        }
    }

    /**
     * Read a text.
     *
     * @param id the koan's id
     * @param markdown the text's source
     * @return the text
     * @throws KoanTextException if the source breaks a rule; the message names file, line and rule
     */
    public static KoanText parse(String id, String markdown) {
        requireId(id);
        return new KoanTextParser(id + ".md", markdown).parse(id);
    }

    /**
     * Load a text from the class path, in the language of {@link #LANGUAGE_PROPERTY}.
     *
     * @param id the koan's id
     * @return the text
     * @throws KoanTextException if it is not there or breaks a rule
     */
    public static KoanText load(String id) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return load(id, context == null ? KoanText.class.getClassLoader() : context);
    }

    static KoanText load(String id, @Nullable ClassLoader loader) {
        requireId(id);
        String language = System.getProperty(LANGUAGE_PROPERTY, "en");
        if (!LANGUAGE.matcher(language).matches()) {
            throw new KoanTextException("System property " + LANGUAGE_PROPERTY + " is '" + language
                    + "', expected a language tag such as en or pt-BR.");
        }
        String resource = "koans/text/" + language + "/" + id + ".md";
        try (InputStream in = loader == null
                ? ClassLoader.getSystemResourceAsStream(resource)
                : loader.getResourceAsStream(resource)) {
            if (in == null) {
                throw new KoanTextException("The text of koan " + id + " is not on the class path: expected " + resource
                        + ". The folder koans/text of the project belongs there as koans/text.");
            }
            return new KoanTextParser(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8)).parse(id);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }

    /**
     * Find a guarantee.
     *
     * @param number its number, from 1
     * @return the guarantee
     * @throws KoanTextException if the text has no such guarantee
     */
    public GuaranteeText guarantee(int number) {
        if (number < 1 || number > guarantees.size()) {
            throw new KoanTextException("The text of koan " + id + " has no guarantee " + number + ": it has 1 to "
                    + guarantees.size() + ".");
        }
        return guarantees.get(number - 1);
    }

    /**
     * Say what the comment of the koan's stub must say, once both are folded.
     *
     * @return heading, story, guarantees and what is off limits on one line, words apart by one space
     */
    public String stubComment() {
        List<String> parts = new ArrayList<>(List.of(number() + " " + title, story));
        guarantees.forEach(guarantee -> parts.add(guarantee.number() + ". " + guarantee.sentence()));
        offLimits.ifPresent(text -> parts.add("Off limits: " + text));
        return folded(String.join(" ", parts));
    }

    /**
     * Fold white space, so that texts broken into different lines compare equal.
     *
     * @param text any text
     * @return its words, one space between them
     */
    public static String folded(String text) {
        return text.lines()
                .flatMap(line -> Pattern.compile("\\s+").splitAsStream(line))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /**
     * Tell the four digits of the id.
     *
     * @return the number, {@code 0104} for {@code K0104}
     */
    public String number() {
        return id.substring(1);
    }

    private static void requireId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "A koan's id is K and four digits, such as K0104; this is '" + id + "'.");
        }
    }
}
