package io.github.acrossexecutors.runner.path;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stubs and tests as they were committed, as {@code sha256sum} would list them: what tells an untouched koan from one that somebody works on, and the
 * test that came with it from another.
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
        for (String line : Sources.readOrBreak(tree, tree.pristine(), "the hashes of the committed stubs and tests")
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
     * Hashes the stubs and tests as they are now.
     *
     * @param tree where the project lies
     * @param path the koans
     * @return their hashes
     */
    public static Pristine of(KoanTree tree, KoanPath path) {
        return new Pristine(path.entries().stream()
                .flatMap(entry -> Stream.of(tree.stub(entry), tree.test(entry)))
                .collect(Collectors.toMap(
                        tree::show, file -> present(tree, file), (one, other) -> one, LinkedHashMap::new)));
    }

    private static String present(KoanTree tree, Path file) {
        String hash = FileHash.of(file);
        if (hash.isEmpty()) {
            throw new BrokenKoanException(tree.show(file) + " is missing: there is nothing to record.");
        }
        return hash;
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
        return committed(tree, entry, "stub", tree.stub(entry)).equals(FileHash.of(tree.stub(entry)));
    }

    /**
     * Tells the koan's own test from one somebody has changed.
     *
     * @param tree where the project lies
     * @param entry the koan
     * @return whether the test is there and is as it was committed
     * @throws BrokenKoanException if no hash of this test was committed
     */
    public boolean testHolds(KoanTree tree, Entry entry) {
        return committed(tree, entry, "test", tree.test(entry)).equals(FileHash.of(tree.test(entry)));
    }

    /**
     * Looks a committed hash up.
     *
     * @param tree names the file
     * @param file a stub or a test
     * @return its hash as committed; empty if there is none
     */
    public String committed(KoanTree tree, Path file) {
        return hashes.getOrDefault(tree.show(file), "");
    }

    private String committed(KoanTree tree, Entry entry, String role, Path file) {
        String hash = committed(tree, file);
        if (hash.isEmpty()) {
            throw new BrokenKoanException(tree.show(tree.pristine()) + " has no line for the " + role + " of "
                    + entry.id() + "; `learn pristine` writes the file anew.");
        }
        return hash;
    }
}
