package io.github.acrossexecutors.report;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A verdict on one expectation, as a report tells it.
 *
 * @param fields the fields of one of the report's {@code speedups}
 */
record VerdictRecord(Map<String, @Nullable Object> fields) {

    String uniqueId() {
        return text("uniqueId");
    }

    String test() {
        return text("test");
    }

    String className() {
        return text("class");
    }

    String expectation() {
        return text("expectation");
    }

    String verdict() {
        return text("verdict");
    }

    Optional<String> reason() {
        return Optional.ofNullable(fields.get("reason")).map(Object::toString);
    }

    OptionalDouble ideal() {
        return number(fields.get("ideal"));
    }

    /** The median of the paired ratios. */
    OptionalDouble median() {
        return fields.get("figures") instanceof Map<?, ?> figures
                ? number(figures.get("median"))
                : OptionalDouble.empty();
    }

    private String text(String key) {
        return String.valueOf(fields.get(key));
    }

    private static OptionalDouble number(@Nullable Object value) {
        return value instanceof Number number ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
    }
}
