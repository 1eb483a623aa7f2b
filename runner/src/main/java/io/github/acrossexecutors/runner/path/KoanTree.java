package io.github.acrossexecutors.runner.path;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the files of every koan lie, below the root of a clone.
 *
 * @param root the directory that holds {@code koans/path.yaml}, absolute
 */
public record KoanTree(Path root) {

    private static final String STUBS = "koans/src/main/java/koans";
    private static final String TESTS = "koans/src/test/java/koans";
    private static final String SOLUTIONS = "solutions/src/main/java/koans";

    /** Makes the root absolute. */
    public KoanTree {
        root = root.toAbsolutePath().normalize();
    }

    /**
     * Looks for the root of a clone, upwards.
     *
     * @param start where to begin
     * @return the nearest directory, at or above {@code start}, that holds {@code koans/path.yaml}
     */
    public static Optional<KoanTree> around(Path start) {
        for (Path dir = start.toAbsolutePath().normalize(); dir != null; dir = dir.getParent()) {
            if (Files.isRegularFile(dir.resolve("koans/path.yaml"))) {
                return Optional.of(new KoanTree(dir));
            }
        }
        return Optional.empty();
    }

    /** {@return the file that lists the koans in order} */
    public Path pathFile() {
        return root.resolve("koans/path.yaml");
    }

    /**
     * {@return the only file a learner edits}
     *
     * @param entry the koan
     */
    public Path stub(Entry entry) {
        return stubs().resolve(entry.chapter()).resolve(entry.name() + ".java");
    }

    /**
     * {@return the source of its test}
     *
     * @param entry the koan
     */
    public Path test(Entry entry) {
        return tests().resolve(entry.chapter()).resolve(entry.name() + "Test.java");
    }

    /**
     * {@return its English text}
     *
     * @param entry the koan
     */
    public Path text(Entry entry) {
        return englishTexts().resolve(entry.id() + ".md");
    }

    /**
     * {@return its solution}
     *
     * @param entry the koan
     */
    public Path solution(Entry entry) {
        return solutions().resolve(entry.chapter()).resolve(entry.name() + ".java");
    }

    /**
     * {@return the edits that turn its solution into wrong answers}
     *
     * @param entry the koan
     */
    public Path mutants(Entry entry) {
        return mutants().resolve(entry.id() + ".yaml");
    }

    /** {@return the hashes of the stubs as they were committed} */
    public Path pristine() {
        return root.resolve("solutions/pristine.sha256");
    }

    /** {@return the directory with one directory of texts per language} */
    public Path texts() {
        return root.resolve("koans/text");
    }

    Path englishTexts() {
        return texts().resolve("en");
    }

    Path stubs() {
        return root.resolve(STUBS);
    }

    Path tests() {
        return root.resolve(TESTS);
    }

    Path solutions() {
        return root.resolve(SOLUTIONS);
    }

    Path mutants() {
        return root.resolve("solutions/mutants");
    }

    /**
     * Names a file as a person would, and as a terminal makes it clickable.
     *
     * @param file a file below the root
     * @return its path relative to the root, with slashes
     */
    public String show(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(root) ? root.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }
}
