package io.github.acrossexecutors.runner.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A packed class path")
class PackedClassPathTests {

    @TempDir
    Path folder;

    private Path classes;
    private Path jar;

    @BeforeEach
    void write() throws IOException {
        classes = folder.resolve("classes");
        Files.createDirectories(classes.resolve("of"));
        Files.writeString(classes.resolve("of/One.class"), "one");
        jar = Files.createFile(folder.resolve("some.jar"));
    }

    private PackedClassPath packed() {
        String path = String.join(
                File.pathSeparator,
                classes.toString(),
                jar.toString(),
                folder.resolve("gone").toString());
        return PackedClassPath.of(path, folder.resolve("cache"));
    }

    @Test
    @DisplayName(
            "has a jar for each directory, its jars as they were, in their order, and nothing for what is not there")
    void packs() throws IOException {
        List<Path> jars = packed().pack();

        assertThat(jars).hasSize(2).last().isEqualTo(jar);
        try (JarFile first = new JarFile(jars.getFirst().toFile())) {
            assertThat(first.stream()).extracting(JarEntry::getName).containsExactly("of/One.class");
        }
        assertThat(packed().jars()).isEqualTo(jars);
    }

    @Test
    @DisplayName("has another jar for another state of a directory")
    void noticesChanges() throws IOException {
        List<Path> before = packed().pack();

        Files.writeString(classes.resolve("of/One.class"), "changed");

        assertThat(packed().jars().getFirst()).isNotEqualTo(before.getFirst()).doesNotExist();
    }

    @Test
    @DisplayName("packs nothing to say where its jars would be")
    void looksOnly() throws IOException {
        assertThat(packed().jars().getFirst()).doesNotExist();
        assertThat(folder.resolve("cache")).doesNotExist();
    }
}
