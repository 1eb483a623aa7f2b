package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.PROCESS_POOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.acrossexecutors.archive.ArchiveKey;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A worker JVM that runs JUnit")
class WorkerStartTests {

    @BeforeAll
    static void openJournal() {
        SharedJournal.open();
    }

    @Test
    @DisplayName("has the jars of JUnit in front on its class path, and everything else in the order it has here")
    void keepsTheOrderOfItsClassPath() {
        List<Path> entries = Stream.of("a", "x.jar", "b", "y.jar", "a/b", "c.jar", "x")
                .map(Path::of)
                .toList();

        assertThat(new WorkerClassPath(entries, List.of(Path.of("y.jar"), Path.of("x.jar"))).archivableFirst())
                .containsExactly(Stream.of("y.jar", "x.jar", "a", "b", "a/b", "c.jar", "x")
                        .map(Path::of)
                        .toArray(Path[]::new));
        assertThat(new WorkerClassPath(entries, List.of()).archivableFirst()).isEqualTo(entries);
    }

    @Test
    @DisplayName("finds no jar twice, by whatever path it is known")
    void findsNoJarTwice(@TempDir Path directory) throws IOException {
        Path jar = Files.createFile(directory.resolve("some.jar")).toRealPath();
        Path other = Files.createDirectory(directory.resolve("more")).resolve("../some.jar");

        assertThat(new WorkerClassPath(List.of(directory, other), List.of(jar)).archivableFirst())
                .containsExactly(jar, directory);
    }

    @Test
    @DisplayName("rehearses a test of this library's own, which fails where the JVM or JUnit does not start")
    void rehearses() throws InterruptedException {
        WorkerClassPath classPath = WorkerClassPath.ofThisJvm();
        WorkerRehearsal rehearsal = new WorkerRehearsal(new ArchiveKey(classPath.entries(), List.of("-ea")));

        assertThat(rehearsal.run(List.of())).isTrue();
        assertThat(rehearsal.run(List.of("-XX:+NoSuchOption"))).isFalse();
        List<Path> withoutJUnit = classPath.entries().stream()
                .filter(entry -> !entry.toString().contains("junit"))
                .toList();
        assertThat(new WorkerRehearsal(new ArchiveKey(withoutJUnit, List.of())).run(List.of()))
                .isFalse();
    }

    @Test
    @DisplayName("has an archive of its own for each set of options but system properties, and none beside agents")
    void needsAnArchiveThatFits() {
        List<Path> jars = List.of(Path.of("x.jar"));

        assertThat(WorkerStart.key(jars, List.of("-Dx=1", "-Xss2m", "-ea")))
                .contains(new ArchiveKey(jars, List.of("-Xss2m", "-ea")));
        assertThat(WorkerStart.key(jars, List.of("-javaagent:some.jar=x"))).isEmpty();
        assertThat(WorkerStart.key(jars, List.of("-agentpath:some.so"))).isEmpty();
        assertThat(WorkerStart.key(List.of(), List.of())).isEmpty();
    }

    @Test
    @DisplayName("does not outlive a rehearsal that is interrupted")
    void endsWithItsRehearsal() throws InterruptedException {
        Set<Long> before = children();
        WorkerRehearsal rehearsal =
                new WorkerRehearsal(new ArchiveKey(WorkerClassPath.ofThisJvm().entries(), List.of()));
        AtomicBoolean interrupted = new AtomicBoolean();
        Thread rehearsing = new Thread(() -> {
            try {
                rehearsal.run(List.of());
            } catch (InterruptedException e) {
                interrupted.set(true);
            }
        });
        rehearsing.start();
        await().until(() -> !before.containsAll(children()));

        rehearsing.interrupt();
        rehearsing.join();

        assertThat(interrupted).isTrue();
        await().untilAsserted(() -> assertThat(before).containsAll(children()));
    }

    private static Set<Long> children() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    @Test
    @DisplayName("needs to know in which directory archives are kept, if it is told one")
    void needsADirectory() {
        for (String text : List.of("", "  ", "a\0b")) {
            assertThatThrownBy(() -> WorkerStart.directory(text))
                    .isInstanceOf(ExtensionConfigurationException.class)
                    .hasMessage("across.archive.directory must be the path of a directory, not '" + text + "'.");
        }
    }

    /**
     * Where this library is a directory there can be no archive. Of the builds that have its jar the one on JDK 17 sees one
     * made: on later JDKs that takes twice as long, and what is different there has its own test.
     */
    @Test
    @DisplayName(
            "starts from an archive that an earlier run has made, where this library is a jar and one can be written")
    void startsFromAnArchive(@TempDir Path directory) throws IOException {
        Path archives = directory.resolve("archives");
        if (WorkerClassPath.ofThisJvm().archivable().isEmpty()) {
            assertThat(new WorkerClassPath(List.of(archives), List.of()).archivableFirst())
                    .containsExactly(archives);
        } else if (Runtime.version().feature() < 25) {
            Path file = Files.createFile(directory.resolve("file"));
            assertThat(run(file)).containsExactly("without an archive");
            assertThat(run(archives)).containsExactly("without an archive", "without an archive");
            assertThat(run(archives)).endsWith("from an archive");
        }
    }

    private static List<String> run(Path archives) {
        EngineRun run = EngineRun.with("across.archive", "true", "across.archive.directory", archives.toString())
                .run(OriginTestCase.class);
        assertThat(run.failures()).isEmpty();
        assertThat(run.errors()).isEmpty();
        return SharedJournal.ofWorkers(OriginTestCase.class);
    }

    static class OriginTestCase {

        @AcrossExecutors(PROCESS_POOL)
        void body() {
            boolean archived = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                    .anyMatch(option -> option.startsWith("-XX:SharedArchiveFile="));
            SharedJournal.write(this, archived ? "from an archive" : "without an archive");
        }
    }
}
