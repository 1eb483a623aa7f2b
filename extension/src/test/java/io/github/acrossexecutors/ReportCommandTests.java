package io.github.acrossexecutors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The command that makes one report of several folders")
class ReportCommandTests {

    @TempDir
    private Path directory = Path.of("");

    /** What it says on both streams, with the exit code before it. */
    private static String said(IntSupplier command) {
        PrintStream outBefore = System.out;
        PrintStream errBefore = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream printed = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(printed);
        System.setErr(printed);
        try {
            return command.getAsInt() + ": " + said.toString(StandardCharsets.UTF_8);
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }

    @Test
    @DisplayName("writes it where it is called, and says how many JVMs it found")
    void writesTheReport() throws IOException {
        Path module = Files.createDirectories(directory.resolve("shop/target/out"));
        EngineRun.with().run(module, ReportFilesTests.TwoModelsTestCase.class);
        Path target = Files.createDirectories(directory.resolve("here"));

        assertThat(said(() -> ReportCommand.run(target, directory.toString())))
                .isEqualTo("0: 1 JVM: " + target.resolve("report.html").toUri() + System.lineSeparator());
        assertThat(target.resolve("report.csv")).content().contains("\r\nshop,");
    }

    @Test
    @DisplayName("says what is wrong with its arguments")
    void refusesWrongArguments() {
        assertThat(said(() -> ReportCommand.run(directory))).startsWith("2: ").contains("Usage: java -jar");
        assertThat(said(() -> ReportCommand.run(directory, "--help")))
                .startsWith("2: ")
                .contains("Usage: java -jar");
        assertThat(said(() -> ReportCommand.run(directory, directory + "/none")))
                .startsWith("2: Not a folder: ")
                .contains("none");
        assertThat(said(() -> ReportCommand.run(directory, directory.toString())))
                .startsWith("1: No report.json of @AcrossExecutors is below");
    }
}
