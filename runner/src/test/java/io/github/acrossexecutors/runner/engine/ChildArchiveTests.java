package io.github.acrossexecutors.runner.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.github.acrossexecutors.archive.CacheDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The archive of what children load")
class ChildArchiveTests {

    @TempDir
    Path cache;

    /** That of the gate: who comes second finds what the first has made, which takes a while. */
    private final ChildCommand command = new ChildCommand(
            EngineSettings.standard().classPath(), EngineSettings.standard().childOptions());

    @Test
    @DisplayName("is made once, found by the next, and a child starts from it")
    void startsAChild() throws InterruptedException {
        assumeThat(CacheDirectory.ofTheUser()).isPresent();
        ChildArchive.make(command);

        // Another JVM may be making it; then nobody else does.
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !ChildArchive.beneath(command).equals(command));
        ChildCommand found = ChildArchive.beneath(command);
        assertThat(found.options()).anyMatch(option -> option.startsWith("-XX:AOTCache="));
        try (ChildJvm child = ChildJvm.start(found)) {
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
