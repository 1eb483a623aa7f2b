package io.github.acrossexecutors.runner.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/**
 * One message is one line: a mark, then JSON.
 *
 * <p>The mark keeps apart what a grandchild process, or the JVM itself, writes to the same pipe: a line without it is output, never a message.
 */
public final class JsonLines {

    private static final String MARK = "\u0001koan ";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private JsonLines() {}

    /**
     * Turns a message into a line.
     *
     * @param message a {@link Request} or a {@link Told}
     * @return the line, without its end
     */
    public static String write(Object message) {
        try {
            return MARK + JSON.writeValueAsString(message);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a message that cannot be written: " + message, impossible);
        }
    }

    /**
     * Turns a line into a message.
     *
     * @param <T> the messages this side takes
     * @param line a line without its end
     * @param type the messages this side takes
     * @return the message; empty if the line is not one
     */
    public static <T> Optional<T> read(String line, Class<T> type) {
        int mark = line.indexOf(MARK);
        if (mark < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(line.substring(mark + MARK.length()), type));
        } catch (JsonProcessingException garbled) {
            return Optional.empty();
        }
    }
}
