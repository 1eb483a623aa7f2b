package io.github.acrossexecutors.runner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.acrossexecutors.runner.path.BrokenKoanException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What {@code learn} remembers of a learner, in {@code .learn/progress.json}.
 *
 * <p>Two commands at the same time: the one that writes last wins, and no reader sees half a file.
 */
final class Progress {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final Map<String, Koan> koans;

    private Progress(Path file, Map<String, Koan> koans) {
        this.file = file;
        this.koans = new TreeMap<>(koans);
    }

    /**
     * What is remembered of one koan.
     *
     * @param storyTold whether its story was shown
     * @param hints how many hints were given
     * @param solved fingerprint of what was green last, empty if nothing ever was
     */
    record Koan(boolean storyTold, int hints, String solved) {

        static final Koan UNKNOWN = new Koan(false, 0, "");

        Koan told() {
            return new Koan(true, hints, solved);
        }

        Koan hinted(int given) {
            return new Koan(storyTold, given, solved);
        }

        Koan solvedAs(String fingerprint) {
            return new Koan(storyTold, hints, fingerprint);
        }
    }

    /** The file as a whole. */
    record Content(Map<String, Koan> koans) {}

    static Progress load(Path root) {
        Path file = root.resolve(".learn/progress.json");
        if (!Files.exists(file)) {
            return new Progress(file, Map.of());
        }
        try {
            return new Progress(
                    file, JSON.readValue(file.toFile(), Content.class).koans());
        } catch (JsonProcessingException garbled) {
            throw new BrokenKoanException(
                    ".learn/progress.json is not what `learn` wrote; delete it to begin anew (your koans stay).",
                    garbled);
        } catch (IOException unreadable) {
            throw new BrokenKoanException(".learn/progress.json cannot be read: " + unreadable + ".", unreadable);
        }
    }

    Koan of(String id) {
        return koans.getOrDefault(id, Koan.UNKNOWN);
    }

    void change(String id, UnaryOperator<Koan> change) {
        koans.put(id, change.apply(of(id)));
        save();
    }

    private void save() {
        try {
            Path directory = file.resolveSibling("");
            Files.createDirectories(directory);
            Path next = Files.createTempFile(directory, "progress", ".json");
            JSON.writeValue(next.toFile(), new Content(koans));
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            throw new BrokenKoanException("What you reached cannot be written to .learn: " + refused + ".", refused);
        }
    }
}
