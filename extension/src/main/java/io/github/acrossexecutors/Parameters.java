package io.github.acrossexecutors;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * Reads the settings that an attribute leaves open: configuration parameters, then defaults, each checked.
 *
 * @param lookup finds a configuration parameter or system property by its key
 */
record Parameters(Function<String, Optional<String>> lookup) {

    static final String MODELS = "across.models";
    static final String ROUNDS = "across.rounds";

    private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,8}) *(ms|s|m)?");
    private static final Map<String, Duration> UNITS =
            Map.of("ms", Duration.ofMillis(1), "s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1));

    int number(String attribute, int value, int least, int byDefault) {
        if (value != AcrossExecutors.UNSET) {
            return checked("@AcrossExecutors: " + attribute, Integer.toString(value), value, least);
        }
        String key = "across." + attribute;
        return lookup.apply(key)
                .map(String::trim)
                .map(text -> checked(key, text, parse(key, text, least), least))
                .orElse(byDefault);
    }

    private static int parse(String key, String text, int least) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new ExtensionConfigurationException(mustBe(key, least, "'" + text + "'"), e);
        }
    }

    private static int checked(String what, String seen, int value, int least) {
        if (value < least) {
            throw new ExtensionConfigurationException(mustBe(what, least, seen));
        }
        return value;
    }

    private static String mustBe(String what, int least, String seen) {
        return what + " must be a whole number of at least " + least + ", not " + seen + ".";
    }

    Duration timeout(AcrossExecutors annotation, Duration byDefault) {
        if (annotation.timeout() != AcrossExecutors.UNSET) {
            if (annotation.timeout() < 1) {
                throw new ExtensionConfigurationException(
                        "@AcrossExecutors: timeout must be at least 1, not " + annotation.timeout() + ".");
            }
            return Duration.of(annotation.timeout(), annotation.timeoutUnit().toChronoUnit());
        }
        return lookup.apply("across.timeout").map(Parameters::duration).orElse(byDefault);
    }

    private static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text.trim().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new ExtensionConfigurationException(
                    "across.timeout must be a whole number of at least 1 with an optional unit, ms, s (the default) or"
                            + " m, such as '500 ms', not '" + text + "'.");
        }
        String unit = Optional.ofNullable(matcher.group(2)).orElse("s");
        return UNITS.getOrDefault(unit, Duration.ZERO).multipliedBy(Long.parseLong(matcher.group(1)));
    }

    boolean isOn(String key) {
        String text = lookup.apply(key).map(String::trim).orElse("true");
        if (!text.equals("true") && !text.equals("false")) {
            throw new ExtensionConfigurationException(key + " must be true or false, not '" + text + "'.");
        }
        return text.equals("true");
    }
}
