package io.github.acrossexecutors.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Real JVMs, which do no more than greet. */
@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("A JVM of this release")
class ArchiveFormatTests {

    private ClassArchives archives;
    private ArchiveKey key;
    private Path directory;
    private Path temporary;

    /** What the JVM is to run. */
    static final class Greeting {

        private Greeting() {}

        public static void main(String[] arguments) {
            String file = Greeting.class.getName().replace('.', '/') + ".class";
            List<String> options =
                    java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments();
            System.out.println(ClassLoader.getSystemResource(file).getProtocol() + " " + options.contains("-ea"));
        }
    }

    @BeforeAll
    void makeOne(@TempDir Path forAll) throws Exception {
        temporary = forAll;
        directory = forAll.resolve("archives");
        archives = new ClassArchives(directory);
        key = new ArchiveKey(List.of(jar()), List.of("-ea", "-XX:TieredStopAtLevel=1"));
        archives.make(key, options -> start(options, key.classPath()).equals("jar true"));
    }

    private Path jar() throws IOException {
        Path jar = temporary.resolve("greeting.jar");
        String name = Greeting.class.getName().replace('.', '/') + ".class";
        try (var code = ArchiveFormatTests.class.getClassLoader().getResourceAsStream(name);
                OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            entries.putNextEntry(new JarEntry(name));
            entries.write(java.util.Objects.requireNonNull(code).readAllBytes());
        }
        return jar;
    }

    /** Everything it says, on both streams, as workers are started. */
    private String start(List<String> options, String classPath) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:disable",
                "-Xlog:all=warning:stderr",
                "-XX:+UseSerialGC"));
        command.addAll(key.options());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, Greeting.class.getName()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.PIPE)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return Arrays.stream(said.split("\\R"))
                    .filter(line -> !line.contains("Skipping") && !line.contains("AOTConfiguration recorded"))
                    .reduce((one, other) -> one + "\n" + other)
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @DisplayName("starts from an archive, also with more behind the jars it was made with, a directory for one")
    void startsFromAnArchive() throws Exception {
        List<String> options = new ArrayList<>(archives.find(key).orElseThrow());
        options.add("-Xlog:class+load:stderr");

        String said = start(options, key.classPath() + java.io.File.pathSeparator + Files.createTempDirectory("more"));

        assertThat(said.lines().filter(line -> line.contains(Greeting.class.getName())))
                .singleElement()
                .asString()
                .contains("shared objects file");
    }

    @Test
    @DisplayName(
            "starts without one, and says nothing, if it is missing, empty, no archive, a directory or does not fit")
    void startsWithoutOne() throws Exception {
        Path archive = archive();
        byte[] whole = Files.readAllBytes(archive);
        List<String> options = archives.find(key).orElseThrow();

        assertThat(start(options, temporary + java.io.File.pathSeparator + key.classPath()))
                .isEqualTo("jar true");
        Files.write(archive, new byte[0]);
        assertThat(start(options, key.classPath())).isEqualTo("jar true");
        Files.write(archive, new byte[whole.length]);
        assertThat(start(options, key.classPath())).isEqualTo("jar true");
        Files.delete(archive);
        assertThat(start(options, key.classPath())).isEqualTo("jar true");
        Files.createDirectory(archive);
        assertThat(start(options, key.classPath())).isEqualTo("jar true");
        Files.delete(archive);
        Files.write(archive, whole);
    }

    private Path archive() throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().matches(".*-\\d+\\.(jsa|aot)"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
