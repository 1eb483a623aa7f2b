package io.github.acrossexecutors.runner.path;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One item of a YAML list, read strictly: every accessor either returns what was asked for or says, in one sentence, where it is missing or wrong.
 *
 * @param where file and item, for messages
 * @param node the item itself
 */
record YamlItem(String where, JsonNode node) {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s)");

    String text(String field) {
        JsonNode value = value(field);
        if (!value.isTextual()) {
            throw wrong(field, value, "text");
        }
        return value.asText();
    }

    boolean has(String field) {
        return node.has(field);
    }

    int number(String field) {
        JsonNode value = value(field);
        if (!value.isInt()) {
            throw wrong(field, value, "a whole number");
        }
        return value.intValue();
    }

    boolean flag(String field) {
        JsonNode value = value(field);
        if (!value.isBoolean()) {
            throw wrong(field, value, "true or false");
        }
        return value.booleanValue();
    }

    Duration duration(String field) {
        JsonNode value = value(field);
        Matcher matcher = DURATION.matcher(value.asText());
        if (!matcher.matches()) {
            throw wrong(field, value, "a duration such as 5s or 500ms");
        }
        long amount = Long.parseLong(matcher.group(1));
        return "s".equals(matcher.group(2)) ? Duration.ofSeconds(amount) : Duration.ofMillis(amount);
    }

    <E extends Enum<E>> E choice(String field, Class<E> type) {
        JsonNode value = value(field);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().toLowerCase(Locale.ROOT).equals(value.asText()))
                .findFirst()
                .orElseThrow(() -> wrong(
                        field,
                        value,
                        "one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)));
    }

    private JsonNode value(String field) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            throw new BrokenKoanException(where + ": the field `" + field + "` is missing.");
        }
        return value;
    }

    private BrokenKoanException wrong(String field, JsonNode seen, String range) {
        return new BrokenKoanException(
                where + ": `" + field + "` is `" + seen.asText() + "`, but must be " + range + ".");
    }
}
