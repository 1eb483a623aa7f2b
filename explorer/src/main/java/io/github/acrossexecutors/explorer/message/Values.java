package io.github.acrossexecutors.explorer.message;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows values: simple ones as they are, objects by class and a number in the order in which they were seen. */
final class Values {

    private static final int LONGEST = 24;

    private final IdentityHashMap<Object, String> names = new IdentityHashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** Runs no code of the subject's: its {@code toString} could itself be wrong, or endless. */
    String show(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> '"' + shortened(text) + '"';
            case Character character -> "'" + character + "'";
            case Enum<?> constant -> constant.name();
            case Class<?> type -> type.getSimpleName() + ".class";
            case Thread thread -> thread.getName();
            case Number number -> isPlain(number) ? number.toString() : named(number);
            case Boolean truth -> truth.toString();
            default -> named(value);
        };
    }

    private static boolean isPlain(Number number) {
        return number.getClass().getName().startsWith("java.lang.")
                || number.getClass().getName().startsWith("java.math.");
    }

    private String named(Object object) {
        String known = names.get(object);
        if (known == null) {
            String type = type(object.getClass());
            known = type + "#" + counts.merge(type, 1, Integer::sum);
            names.put(object, known);
        }
        return known;
    }

    static String type(Class<?> type) {
        String simple = type.getSimpleName();
        if (type.isHidden()) {
            return "lambda";
        }
        Class<?> outer = type.getEnclosingClass();
        if (outer != null && type.getName().startsWith("explored.")) {
            return simple.equals("ConditionObject")
                    ? "Condition"
                    : simple.contains("Sync") ? outer.getSimpleName() : simple;
        }
        return simple.isEmpty() ? "object" : simple;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
