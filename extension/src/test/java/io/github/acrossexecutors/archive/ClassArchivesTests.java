package io.github.acrossexecutors.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JVMs are played by lines of code here; {@link ArchiveFormatTests} has real ones. */
@DisplayName("An archive of classes")
class ClassArchivesTests {

    private static final String RECORDING = "-XX:ArchiveClassesAtExit=";

    @TempDir
    Path temporary;

    private Path directory;
    private Path jar;
    private ArchiveKey key;
    private ClassArchives archives;
    private final List<List<String>> rehearsals = new ArrayList<>();

    @BeforeEach
    void prepare() throws IOException {
        directory = temporary.resolve("cache/deep");
        jar = Files.writeString(temporary.resolve("some.jar"), "classes");
        key = new ArchiveKey(List.of(jar), List.of("-ea"));
        archives = new ClassArchives(directory, ArchiveFormat.DYNAMIC);
    }

    /** Writes what a JVM would write. */
    private boolean rehearse(List<String> options) {
        rehearsals.add(options);
        String first = options.get(0);
        if (first.startsWith(RECORDING)) {
            write(Path.of(first.substring(RECORDING.length())), "archive");
        }
        return true;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        }
    }

    private void age(Path file, Duration age) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }

    @Test
    @DisplayName("is used once it has been made, and not made again")
    void isMadeOnce() throws Exception {
        assertThat(archives.find(key)).isEmpty();

        archives.make(key, this::rehearse);
        archives.make(key, this::rehearse);

        Path archive = files(".jsa").get(0);
        assertThat(archive).hasContent("archive");
        assertThat(archives.find(key).orElseThrow()).contains("-XX:SharedArchiveFile=" + archive, "-Xshare:auto");
        assertThat(rehearsals).hasSize(2);
        assertThat(rehearsals.get(1).get(0)).startsWith("-XX:SharedArchiveFile=");
        assertThat(files(".draft")).isEmpty();
    }

    @Test
    @DisplayName(
            "is not used for other options, or once a jar has changed, though by nothing that its date and size tell")
    void fitsItsKeyAlone() throws Exception {
        archives.make(key, this::rehearse);

        assertThat(archives.find(new ArchiveKey(List.of(jar), List.of("-da")))).isEmpty();
        assertThat(archives.find(key)).isPresent();
        FileTime before = Files.getLastModifiedTime(jar);
        Files.writeString(jar, "CLASSES");
        Files.setLastModifiedTime(jar, before);
        assertThat(archives.find(key)).isEmpty();
        Files.delete(jar);
        assertThat(archives.find(key)).isEmpty();
    }

    @Test
    @DisplayName("is not used if it was cut off")
    void mustBeWhole() throws Exception {
        archives.make(key, this::rehearse);

        Files.writeString(files(".jsa").get(0), "arch");

        assertThat(archives.find(key)).isEmpty();
    }

    @Test
    @DisplayName("is not there if a JVM does not start from it, and not tried again for an hour")
    void mustProveItself() throws Exception {
        Rehearsal fails = options -> rehearse(options) && options.get(0).startsWith(RECORDING);

        archives.make(key, fails);
        archives.make(key, fails);

        assertThat(archives.find(key)).isEmpty();
        assertThat(rehearsals).hasSize(2);
        assertThat(files("")).containsExactlyElementsOf(files(".lock"));
        age(files(".lock").get(0), Duration.ofMinutes(61));
        archives.make(key, this::rehearse);
        assertThat(archives.find(key)).isPresent();
    }

    @Test
    @DisplayName("is not there if recording failed, or left nothing")
    void mustBeRecorded() throws Exception {
        archives.make(key, options -> !rehearse(options));
        archives.make(new ArchiveKey(List.of(jar), List.of()), options -> rehearsals.add(options));

        assertThat(rehearsals).hasSize(2);
        assertThat(files(".jsa")).isEmpty();
    }

    @Test
    @DisplayName("leaves nothing behind but the note of a try when making it is interrupted")
    void mayBeInterrupted() throws Exception {
        assertThatThrownBy(() -> archives.make(key, options -> {
                    rehearse(options);
                    throw new InterruptedException();
                }))
                .isInstanceOf(InterruptedException.class);

        assertThat(files("")).containsExactlyElementsOf(files(".lock"));
    }

    @Test
    @DisplayName("is made by one at a time")
    void isMadeByOne() throws Exception {
        archives.make(key, options -> {
            makeBesides(options);
            return rehearse(options);
        });

        assertThat(rehearsals).hasSize(2);
        assertThat(archives.find(key)).isPresent();
    }

    /** What another JVM would do that has missed the archive at the same moment. */
    private void makeBesides(List<String> options) {
        try {
            if (options.get(0).startsWith(RECORDING)) {
                age(files(".lock").get(0), Duration.ofDays(1));
            }
            new ClassArchives(directory, ArchiveFormat.DYNAMIC).make(key, this::rehearse);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("is deleted when it has not been used for thirty days, which no other file is")
    void isDeletedSomeDay() throws Exception {
        ArchiveKey used = new ArchiveKey(List.of(jar), List.of("used"));
        archives.make(used, this::rehearse);
        Path ofTheUsed = files(".jsa").get(0);
        ArchiveKey unused = new ArchiveKey(List.of(jar), List.of("unused"));
        archives.make(unused, this::rehearse);
        Path foreign = Files.writeString(directory.resolve("letter.txt"), "dear");
        for (Path file : files("")) {
            age(file, Duration.ofDays(31));
        }

        assertThat(archives.find(used)).isPresent();
        archives.make(key, this::rehearse);

        assertThat(files(".jsa")).hasSize(2).contains(ofTheUsed);
        assertThat(archives.find(unused)).isEmpty();
        assertThat(foreign).exists();
    }

    @Test
    @DisplayName("cannot be made where nothing can be written, and is not found there")
    void needsADirectory() throws IOException {
        Files.createDirectories(directory.getParent());
        Files.writeString(directory, "a file");

        assertThat(archives.find(key)).isEmpty();
        assertThatThrownBy(() -> archives.make(key, this::rehearse)).isInstanceOf(IOException.class);
        assertThat(rehearsals).isEmpty();
    }
}
