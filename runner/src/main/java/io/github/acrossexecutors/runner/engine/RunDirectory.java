package io.github.acrossexecutors.runner.engine;

import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.KoanTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fresh directory that is one run's whole class path: compiled classes, and the koan's texts where the kit looks for them.
 *
 * @param path the directory
 */
record RunDirectory(Path path) implements AutoCloseable {

    static RunDirectory create(KoanTree tree, Entry entry) {
        try {
            RunDirectory directory = new RunDirectory(Files.createTempDirectory("koan-" + entry.id() + "-"));
            directory.copyTexts(tree, entry);
            return directory;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused(String.valueOf(refused.getMessage())), refused);
        }
    }

    static String refused(String why) {
        return "Classes cannot be written to " + System.getProperty("java.io.tmpdir") + ": " + why
                + ". Is the disk full, or the folder not yours?";
    }

    private void copyTexts(KoanTree tree, Entry entry) throws IOException {
        if (!Files.isDirectory(tree.texts())) {
            return;
        }
        try (Stream<Path> languages = Files.list(tree.texts())) {
            for (Path language : languages.toList()) {
                Path text = language.resolve(entry.id() + ".md");
                if (Files.isRegularFile(text)) {
                    Path copy = path.resolve("koans/text").resolve(tree.texts().relativize(text));
                    Files.createDirectories(copy.getParent());
                    Files.copy(text, copy);
                }
            }
        }
    }

    Path classFile(String className) {
        return path.resolve(className.replace('.', '/') + ".class");
    }

    /** What cannot be deleted (a file that a hanging child holds open on Windows) is left to the system's own tidying. */
    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException heldOpen) {
            path.toFile().deleteOnExit();
        }
    }
}
