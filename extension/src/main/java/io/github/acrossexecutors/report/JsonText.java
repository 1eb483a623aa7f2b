package io.github.acrossexecutors.report;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes maps, lists, strings, numbers, booleans and null as JSON (RFC 8259), without white space.
 *
 * <p>A less-than sign is written as an escape, so that the text may stand in a {@code script} element as it is: nothing
 * in it can end the element.
 */
final class JsonText {

    private static final String HEX = "0123456789abcdef";

    private JsonText() {}

    /** What is JSON already. */
    record Raw(String text) {}

    static String of(@Nullable Object value) {
        StringBuilder text = new StringBuilder();
        append(value, text);
        return text.toString();
    }

    private static void append(@Nullable Object value, StringBuilder text) {
        if (value instanceof Map<?, ?> map) {
            append(map, text);
        } else if (value instanceof List<?> list) {
            text.append('[');
            for (Iterator<?> all = list.iterator(); all.hasNext(); ) {
                append(all.next(), text);
                text.append(all.hasNext() ? "," : "");
            }
            text.append(']');
        } else if (value instanceof String string) {
            quote(string, text);
        } else if (value instanceof Raw raw) {
            text.append(raw.text);
        } else {
            text.append(value);
        }
    }

    private static void append(Map<?, ?> map, StringBuilder text) {
        text.append('{');
        for (Iterator<? extends Map.Entry<?, ?>> all = map.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<?, ?> entry = all.next();
            quote(String.valueOf(entry.getKey()), text);
            append(entry.getValue(), text.append(':'));
            text.append(all.hasNext() ? "," : "");
        }
        text.append('}');
    }

    /** Add a string in quotation marks. */
    static void quote(String string, StringBuilder text) {
        text.append('"');
        int written = 0;
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c == '<' || Character.isSurrogate(c)) {
                escape(c, text.append(string, written, i));
                written = i + 1;
            }
        }
        text.append(string, written, string.length()).append('"');
    }

    private static void escape(char c, StringBuilder text) {
        if (c == '"' || c == '\\') {
            text.append('\\').append(c);
            return;
        }
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(HEX.charAt(c >> shift & 0xf));
        }
    }
}
