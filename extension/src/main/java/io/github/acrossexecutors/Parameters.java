package io.github.acrossexecutors;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
    static final String WARMUPS = "across.warmups";
    static final String SPEEDUP = "across.speedup";
    static final String SPEEDUP_BUDGET = "across.speedup.budget";
    static final String ARCHIVE = "across.archive";
    static final String ARCHIVE_DIRECTORY = "across.archive.directory";

    /** Those that say which invocations a test has, and how it is executed. */
    static final List<String> ALL = List.of(
            MODELS,
            ROUNDS,
            WARMUPS,
            SPEEDUP,
            SPEEDUP_BUDGET,
            "across.tasks",
            "across.workers",
            "across.timeout",
            "across.inconclusive",
            "across.speedup.suite-budget");

    /** Longer ones are typing errors; it also keeps nanoseconds from overflowing. */
    private static final Duration LONGEST_DURATION = Duration.ofDays(365);

    private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,8}) *(ms|s|m)?");
    private static final Map<String, Duration> UNITS =
            Map.of("ms", Duration.ofMillis(1), "s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1));

    /** What a number may be, both ends included. */
    record Range(int least, int most) {

        boolean contains(int value) {
            return least <= value && value <= most;
        }
    }

    int number(String attribute, int value, Range range, int byDefault) {
        if (value != AcrossExecutors.UNSET) {
            return checked("@AcrossExecutors: " + attribute, Integer.toString(value), value, range);
        }
        String key = "across." + attribute;
        return lookup.apply(key)
                .map(String::trim)
                .map(text -> checked(key, "'" + text + "'", parse(key, text, range), range))
                .orElse(byDefault);
    }

    private static int parse(String key, String text, Range range) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new ExtensionConfigurationException(mustBe(key, range, "'" + text + "'"), e);
        }
    }

    private static int checked(String what, String seen, int value, Range range) {
        if (!range.contains(value)) {
            throw new ExtensionConfigurationException(mustBe(what, range, seen));
        }
        return value;
    }

    private static String mustBe(String what, Range range, String seen) {
        return what + " must be a whole number from " + range.least + " to " + range.most + ", not " + seen + ".";
    }

    /** A duration that an attribute may give. */
    record Given(String annotation, String attribute, long value, TimeUnit unit) {}

    Duration duration(Given given, String key, Duration byDefault) {
        if (given.value == AcrossExecutors.UNSET) {
            return duration(key, byDefault);
        }
        long most = given.unit.convert(LONGEST_DURATION);
        if (given.value < 1 || given.value > most) {
            throw new ExtensionConfigurationException(given.annotation + ": " + given.attribute
                    + " must be a whole number from 1 to " + most + " with " + given.attribute + "Unit " + given.unit
                    + ", not " + given.value + ".");
        }
        return Duration.of(given.value, given.unit.toChronoUnit());
    }

    Duration duration(String key, Duration byDefault) {
        return lookup.apply(key).map(text -> duration(key, text)).orElse(byDefault);
    }

    private static Duration duration(String key, String text) {
        Matcher matcher = DURATION.matcher(text.trim().toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            String unit = Optional.ofNullable(matcher.group(2)).orElse("s");
            Duration duration = UNITS.getOrDefault(unit, Duration.ZERO).multipliedBy(Long.parseLong(matcher.group(1)));
            if (duration.compareTo(LONGEST_DURATION) <= 0) {
                return duration;
            }
        }
        throw new ExtensionConfigurationException(
                key + " must be a whole number of at least 1 with an optional unit, ms, s (the default) or m,"
                        + " such as '500 ms', and at most " + LONGEST_DURATION.toDays() + " days, not '" + text + "'.");
    }

    <E extends Enum<E>> E choice(String key, Class<E> choices, E byDefault) {
        Optional<String> text = lookup.apply(key).map(String::trim);
        if (text.isEmpty()) {
            return byDefault;
        }
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equalsIgnoreCase(text.get()))
                .findFirst()
                .orElseThrow(() -> new ExtensionConfigurationException(key + " must be one of "
                        + Arrays.toString(choices.getEnumConstants()).toLowerCase(Locale.ROOT) + ", not '" + text.get()
                        + "'."));
    }

    boolean isOn(String key) {
        String text = lookup.apply(key).map(String::trim).orElse("true");
        if (!text.equals("true") && !text.equals("false")) {
            throw new ExtensionConfigurationException(key + " must be true or false, not '" + text + "'.");
        }
        return text.equals("true");
    }
}
