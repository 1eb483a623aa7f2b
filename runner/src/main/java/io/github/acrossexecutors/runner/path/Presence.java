package io.github.acrossexecutors.runner.path;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares the path with the files: every koan of the path has its five files, and no koan's file lies beside the path. */
public final class Presence {

    private static final Pattern KOAN_FILE = Pattern.compile("(K\\d{4}).*\\.(java|md|yaml)");

    private final KoanTree tree;
    private final KoanPath path;

    /**
     * Compares nothing yet.
     *
     * @param tree where the files lie
     * @param path the koans there should be
     */
    public Presence(KoanTree tree, KoanPath path) {
        this.tree = tree;
        this.path = path;
    }

    /** {@return one sentence per file that is missing or lies beside the path, in a stable order} */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        compare("stub", tree.stubs(), tree::stub, faults);
        compare("test", tree.tests(), tree::test, faults);
        compare("text", tree.englishTexts(), tree::text, faults);
        compare("solution", tree.solutions(), tree::solution, faults);
        compare("mutants", tree.mutants(), tree::mutants, faults);
        return faults;
    }

    private void compare(String role, Path directory, Function<Entry, Path> place, List<String> faults) {
        Set<Path> expected = new HashSet<>();
        for (Entry entry : path.entries()) {
            Path file = place.apply(entry);
            expected.add(file);
            if (!Files.isRegularFile(file)) {
                faults.add(entry.id() + " " + role + ": " + tree.show(tree.pathFile()) + " lists the koan, but "
                        + tree.show(file) + " is missing.");
            }
        }
        for (Path file : koanFiles(directory)) {
            if (!expected.contains(file)) {
                faults.add(id(file) + " " + role + ": " + tree.show(file) + " is there, but "
                        + tree.show(tree.pathFile()) + " lists no such koan.");
            }
        }
    }

    private static List<Path> koanFiles(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> KOAN_FILE.matcher(name(file)).matches())
                    .sorted()
                    .collect(Collectors.toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String id(Path file) {
        Matcher matcher = KOAN_FILE.matcher(name(file));
        return matcher.matches() ? matcher.group(1) : name(file);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
