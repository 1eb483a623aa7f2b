package io.github.acrossexecutors.runner.course;

import io.github.acrossexecutors.runner.path.BrokenKoanException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What {@code learn} remembers of a learner, in {@code .learn/state.txt}, which a person can read and mend.
 *
 * <p>A change reads the file, changes one koan and puts the file in place whole, under a lock that other processes respect: of two terminals neither
 * loses what the other wrote. Where the file cannot be written, changes are kept until the end of the process, and {@link #trouble} says why.
 *
 * <p><b>Threads:</b> any.
 */
public final class Progress {

    private static final String FILE = ".learn/state.txt";
    private static final List<String> HEAD = List.of(
            "# What `learn` remembers, one koan per line: id, passed or open, hints given, whether the story was told, the SHA-256",
            "# of your file and of the test it passed with, and what you guessed (0: nothing). Delete a line to forget a koan.");

    private final Path file;
    private Map<String, Remembered> koans;
    private String trouble = "";

    private Progress(Path file, Map<String, Remembered> koans) {
        this.file = file;
        this.koans = koans;
    }

    static Progress load(Path root) {
        Path file = root.resolve(FILE);
        try {
            return new Progress(file, read(file));
        } catch (IOException unreadable) {
            throw new BrokenKoanException(FILE + " cannot be read: " + Reason.of(unreadable) + ".", unreadable);
        }
    }

    private static Map<String, Remembered> read(Path file) throws IOException {
        Map<String, Remembered> koans = new TreeMap<>();
        if (!Files.exists(file)) {
            return koans;
        }
        int number = 0;
        for (String text : lines(file)) {
            number++;
            if (!text.isBlank() && !text.startsWith("#")) {
                int at = number;
                Remembered.Line line = Remembered.read(text.strip())
                        .orElseThrow(() -> new BrokenKoanException(FILE + ", line " + at
                                + " is not what `learn` wrote; mend or delete the line, or delete the file to begin"
                                + " anew (your code stays)."));
                koans.put(line.id(), line.koan());
            }
        }
        return koans;
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (CharacterCodingException garbled) {
            throw new BrokenKoanException(FILE + " is not text; delete it to begin anew (your code stays).", garbled);
        }
    }

    /**
     * Looks a koan up.
     *
     * @param id its id
     * @return what is remembered of it
     */
    public synchronized Remembered of(String id) {
        return koans.getOrDefault(id, Remembered.NOTHING);
    }

    /** {@return why the last change could not be written, as a sentence; empty if it was} */
    public synchronized String trouble() {
        return trouble;
    }

    /** Reads what another terminal has written since; if that cannot be read, what is known stays. */
    public synchronized void refresh() {
        if (trouble.isEmpty()) {
            try {
                koans = read(file);
            } catch (IOException | BrokenKoanException unreadable) {
                trouble = "";
            }
        }
    }

    /**
     * Changes what is remembered of a koan, and writes it down.
     *
     * @param id the koan's id
     * @param change what to make of what was known
     */
    public synchronized void change(String id, UnaryOperator<Remembered> change) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            try (StateLock held = StateLock.of(file.resolveSibling("lock"))) {
                held.require();
                Map<String, Remembered> next = trouble.isEmpty() ? read(file) : koans;
                next.put(id, change.apply(next.getOrDefault(id, Remembered.NOTHING)));
                write(next);
                koans = next;
            }
            trouble = "";
        } catch (IOException refused) {
            keep(id, change, "for .learn cannot be written: " + Reason.of(refused) + ".");
        } catch (BrokenKoanException garbledMeanwhile) {
            keep(id, change, "for " + garbledMeanwhile.getMessage());
        }
    }

    private void keep(String id, UnaryOperator<Remembered> change, String why) {
        koans.put(id, change.apply(of(id)));
        trouble = "What you reach is not written down, " + why;
    }

    private void write(Map<String, Remembered> next) throws IOException {
        StringBuilder text = new StringBuilder();
        HEAD.forEach(line -> text.append(line).append('\n'));
        next.forEach((id, koan) -> text.append(koan.line(id)).append('\n'));
        Path fresh = Files.createTempFile(file.resolveSibling(""), "state", ".txt");
        try {
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
