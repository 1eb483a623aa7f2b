package io.github.acrossexecutors.report;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) piece by piece, for reports are larger than a test's heap may be.
 *
 * <p>It reads what {@link JsonText} writes and any other spelling of the same; of a mistake it tells the place, though it
 * does not look for each.
 *
 * <p><b>Threads:</b> one.
 */
final class JsonReader implements Closeable {

    private static final int BUFFER = 1 << 16;
    /** A power of two; names of workers and fields come again and again. */
    private static final int KNOWN = 1 << 10;

    private final InputStream source;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[][] knownBytes = new byte[KNOWN][];
    private final String[] knownTexts = new String[KNOWN];
    private int position;
    private int limit;
    private long before;

    JsonReader(InputStream source) {
        this.source = source;
    }

    /** Go into an object: {@link #nextKey} tells its members. */
    void beginObject() throws IOException {
        expect('{');
    }

    /** Go into an array: {@link #hasNext} tells whether there is another element. */
    void beginArray() throws IOException {
        expect('[');
    }

    /** The next member's key, whose value must be read then; empty at the object's end, which is left. */
    Optional<String> nextKey() throws IOException {
        int c = afterComma();
        if (c == '}') {
            position++;
            return Optional.empty();
        }
        String key = string();
        expect(':');
        return Optional.of(key);
    }

    /** Whether there is another element, which must be read then; if not, the array is left. */
    boolean hasNext() throws IOException {
        boolean next = afterComma() != ']';
        position += next ? 0 : 1;
        return next;
    }

    private int afterComma() throws IOException {
        if (peek() == ',') {
            position++;
        }
        return peek();
    }

    /** Any value: a map, list, string, number, boolean, or null. */
    @Nullable
    Object value() throws IOException {
        return switch (peek()) {
            case '{' -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                beginObject();
                for (Optional<String> key = nextKey(); key.isPresent(); key = nextKey()) {
                    map.put(key.get(), value());
                }
                yield map;
            }
            case '[' -> {
                List<@Nullable Object> list = new ArrayList<>();
                beginArray();
                while (hasNext()) {
                    list.add(value());
                }
                yield list;
            }
            case '"' -> string();
            default -> scalar();
        };
    }

    /** Read past a value, and keep nothing of it. */
    void skip() throws IOException {
        if (peek() != '{' && peek() != '[') {
            value();
            return;
        }
        int depth = 0;
        do {
            int c = next();
            if (c == '"') {
                skipString();
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
        } while (depth > 0);
    }

    /** Its opening quotation mark is read. */
    private void skipString() throws IOException {
        for (int c = next(); c != '"'; c = next()) {
            if (c == '\\') {
                next();
            }
        }
    }

    private @Nullable Object scalar() throws IOException {
        String word = word();
        return switch (word) {
            case "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> word.matches("-?\\d{1,18}") ? (Object) Long.valueOf(word) : (Object) decimal(word);
        };
    }

    private Double decimal(String word) throws IOException {
        try {
            return Double.valueOf(word);
        } catch (NumberFormatException e) {
            throw new IOException("no JSON: '" + word + "' before byte " + (before + position), e);
        }
    }

    private String word() throws IOException {
        StringBuilder word = new StringBuilder();
        for (int c = peek(); "+-.".indexOf(c) >= 0 || Character.isLetterOrDigit(c); c = peekHere()) {
            word.append((char) c);
            position++;
        }
        return word.toString();
    }

    /** A whole number that is not negative. */
    long number() throws IOException {
        return numberIfKnown().orElseThrow(this::unexpected);
    }

    /** A whole number that is not negative; empty for null. */
    OptionalLong numberIfKnown() throws IOException {
        int c = peek();
        if (c == 'n') {
            word();
            return OptionalLong.empty();
        }
        if (c < '0' || c > '9') {
            throw unexpected();
        }
        long number = 0;
        for (; c >= '0' && c <= '9'; c = peekHere()) {
            number = Math.addExact(Math.multiplyExact(number, 10L), (long) (c - '0'));
            position++;
        }
        return OptionalLong.of(number);
    }

    String string() throws IOException {
        expect('"');
        int hash = 0;
        for (int end = position; end < limit; end++) {
            byte b = buffer[end];
            if (b == '"') {
                String known = known(end, hash);
                position = end + 1;
                return known;
            }
            if (b == '\\') {
                break;
            }
            hash = 31 * hash + b;
        }
        return unusualString();
    }

    private String known(int end, int hash) {
        int slot = hash & KNOWN - 1;
        byte[] bytes = knownBytes[slot];
        if (bytes == null || !Arrays.equals(bytes, 0, bytes.length, buffer, position, end)) {
            bytes = Arrays.copyOfRange(buffer, position, end);
            knownBytes[slot] = bytes;
            knownTexts[slot] = new String(bytes, StandardCharsets.UTF_8);
        }
        return knownTexts[slot];
    }

    /** One with escapes, or across the end of the buffer. */
    private String unusualString() throws IOException {
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        for (int c = next(); c != '"'; c = next()) {
            if (c == '\\') {
                text.append(plain.toString(StandardCharsets.UTF_8)).append(escaped());
                plain.reset();
            } else {
                plain.write(c);
            }
        }
        return text.append(plain.toString(StandardCharsets.UTF_8)).toString();
    }

    private char escaped() throws IOException {
        int c = next();
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> {
                int code = 0;
                for (int i = 0; i < 4; i++) {
                    code = code << 4 | Character.digit(next(), 16);
                }
                yield (char) code;
            }
            default -> (char) c;
        };
    }

    private void expect(char wanted) throws IOException {
        if (peek() != wanted) {
            throw unexpected();
        }
        position++;
    }

    private IOException unexpected() {
        return new IOException("no JSON: '" + (char) buffer[position] + "' at byte " + (before + position));
    }

    /** The next byte that is not white space. */
    private int peek() throws IOException {
        int c = peekHere();
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            position++;
            c = peekHere();
        }
        return c;
    }

    private int next() throws IOException {
        int c = peekHere();
        position++;
        return c;
    }

    private int peekHere() throws IOException {
        if (position == limit) {
            before += limit;
            position = 0;
            limit = Math.max(0, source.read(buffer));
            if (limit == 0) {
                throw new EOFException("it ends in the middle, after " + before + " bytes");
            }
        }
        return buffer[position] & 0xff;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
