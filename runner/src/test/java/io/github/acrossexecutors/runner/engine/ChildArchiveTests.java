package io.github.acrossexecutors.runner.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The archive of what children load")
class ChildArchiveTests {

    @TempDir
    Path cache;

    private final ChildCommand command = new ChildCommand(System.getProperty("java.class.path"), List.of());

    @Test
    @DisplayName("is made once, found by the next, and a child starts from it")
    void startsAChild() throws InterruptedException, IOException {
        ChildArchive archive = new ChildArchive(command, cache);
        assertThat(archive.find()).isEmpty();

        archive.make();
        Optional<ChildCommand> found = archive.find();

        assertThat(found).isPresent();
        assertThat(found.orElseThrow().options()).anyMatch(option -> option.contains(cache.toString()));
        try (ChildJvm child = ChildJvm.start(found.orElseThrow())) {
            assertThat(child.awaitReady()).isEmpty();
        }
    }

    @Test
    @DisplayName("is none where the cache cannot be written")
    void needsACache() throws InterruptedException, IOException {
        Path file = Files.createFile(cache.resolve("a file"));
        ChildArchive archive = new ChildArchive(command, file);

        archive.make();

        assertThat(archive.find()).isEmpty();
    }
}
