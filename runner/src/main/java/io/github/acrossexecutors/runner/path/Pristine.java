package io.github.acrossexecutors.runner.path;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The stubs as they were committed, as {@code sha256sum} would list them: what tells an untouched koan from one that somebody works on.
 *
 * <p>Hashes are taken with line ends as {@code \n}, so a checkout on Windows is pristine too.
 *
 * @param hashes by path relative to the root, with slashes
 */
public record Pristine(Map<String, String> hashes) {

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](\\S.*)");

    /** Copies the map. */
    public Pristine {
        hashes = Map.copyOf(hashes);
    }

    /**
     * Reads {@code solutions/pristine.sha256}.
     *
     * @param tree where the project lies
     * @return the committed hashes
     * @throws BrokenKoanException if the file is missing or has a line that is not in the format of {@code sha256sum}
     */
    public static Pristine read(KoanTree tree) {
        String shown = tree.show(tree.pristine());
        Map<String, String> hashes = new LinkedHashMap<>();
        for (String line : Sources.readOrBreak(tree, tree.pristine(), "the hashes of the committed stubs")
                .split("\n", -1)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                hashes.put(matcher.group(2), matcher.group(1));
            } else if (!line.isBlank()) {
                throw new BrokenKoanException(shown + ": `" + line + "` is not a hash, two spaces and a path; "
                        + "`learn pristine` writes the file anew.");
            }
        }
        return new Pristine(hashes);
    }

    /**
     * Hashes the stubs as they are now.
     *
     * @param tree where the project lies
     * @param path the koans
     * @return their hashes
     */
    public static Pristine of(KoanTree tree, KoanPath path) {
        return new Pristine(path.entries().stream()
                .map(tree::stub)
                .collect(Collectors.toMap(tree::show, Pristine::hash, (one, other) -> one, LinkedHashMap::new)));
    }

    /**
     * Writes {@code solutions/pristine.sha256}, sorted by path.
     *
     * @param tree where the project lies
     */
    public void write(KoanTree tree) {
        String lines = hashes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(line -> line.getValue() + "  " + line.getKey() + "\n")
                .collect(Collectors.joining());
        try {
            Files.writeString(tree.pristine(), lines);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /**
     * Tells an untouched stub from one somebody works on.
     *
     * @param tree where the project lies
     * @param entry the koan
     * @return whether the stub is there and is as it was committed
     * @throws BrokenKoanException if no hash of this koan was committed
     */
    public boolean holds(KoanTree tree, Entry entry) {
        String committed = hashes.get(tree.show(tree.stub(entry)));
        if (committed == null) {
            throw new BrokenKoanException(tree.show(tree.pristine()) + " has no line for the stub of " + entry.id()
                    + "; `learn pristine` writes the file anew.");
        }
        return Files.isRegularFile(tree.stub(entry)) && committed.equals(hash(tree.stub(entry)));
    }

    private static String hash(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
