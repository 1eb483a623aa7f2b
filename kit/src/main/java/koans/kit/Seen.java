package koans.kit;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koans.kit.KoanText.GuaranteeText;

/**
 * Words the failures of one guarantee from the koan's text; a parameter of a {@link Guarantee} method.
 *
 * <pre>{@code
 * assertThat(site.peakInFlight())
 *         .withFailMessage(seen.as("peak", site.peakInFlight()))
 *         .isEqualTo(4);
 * }</pre>
 *
 * <p>A key that the text lacks, or a wrong number of values, is reported at once, even where the assertion holds: the
 * solution's green run proves every sentence usable.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class Seen {

    private static final Pattern PLACE = Pattern.compile("\\{}");

    private final KoanText text;
    private final GuaranteeText guarantee;

    Seen(KoanText text, GuaranteeText guarantee) {
        this.text = text;
        this.guarantee = guarantee;
    }

    /**
     * Say what was seen instead of what was promised.
     *
     * @param key which of the guarantee's "seen" sentences
     * @param values one for each {} of the sentence, in order
     * @return the message: the guarantee, and the sentence with the values in it
     * @throws KoanTextException if the guarantee has no such sentence, or the sentence another number of places
     */
    public Supplier<String> as(String key, Object... values) {
        String sentence = guarantee.seen().get(key);
        if (sentence == null) {
            throw new KoanTextException("The text of koan " + text.id() + ", guarantee " + guarantee.number()
                    + ", has no \"seen\" sentence `" + key + "`: it has "
                    + guarantee.seen().keySet() + ".");
        }
        long places = PLACE.matcher(sentence).results().count();
        if (places != values.length) {
            throw new KoanTextException("The text of koan " + text.id() + ", guarantee " + guarantee.number() + ", `"
                    + key + "` has " + places + " places {} but the test gives " + values.length + " values "
                    + Arrays.toString(values) + ".");
        }
        return () -> because(filled(sentence, values));
    }

    /** What no "seen" sentence foresees, below the guarantee. */
    String because(String sentence) {
        return guarantee.number() + ". " + guarantee.sentence() + "\n" + sentence;
    }

    private static String filled(String sentence, Object[] values) {
        int[] next = {0};
        return PLACE.matcher(sentence).replaceAll(place -> Matcher.quoteReplacement(String.valueOf(values[next[0]++])));
    }
}
