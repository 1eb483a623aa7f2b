package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.acrossexecutors.report.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.testkit.engine.EngineTestKit;

@DisplayName("The files of a report")
class ReportFilesTests {

    @TempDir
    private Path directory = Path.of("");

    static class TwoModelsTestCase {
        @AcrossExecutors(
                value = {SEQUENTIAL, FIXED_POOL},
                tasks = 3,
                workers = 2)
        void quotes() {}
    }

    private EngineRun run(Class<?> testCase) {
        return EngineRun.with("across.report.views", "true").run(directory, testCase);
    }

    /** Where JUnit puts what is attached to the run. */
    private Path engineDirectory() {
        return directory.resolve("junit-jupiter");
    }

    @Test
    @DisplayName("lie under JUnit's output directory, and the console says where")
    void lieUnderTheOutputDirectory() {
        EngineRun run = run(TwoModelsTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.errors()).isEmpty();
        assertThat(run.console())
                .containsOnlyOnce("@AcrossExecutors: "
                        + engineDirectory().resolve("report.html").toUri());
        assertThat(engineDirectory().resolve("report.html")).content().contains("ReportFilesTests.TwoModelsTestCase");
        assertThat(engineDirectory().resolve("report.csv")).content().contains("FIXED_POOL,copies,passed,1,false,2,");
        assertThat(engineDirectory().resolve("report.md")).content().contains("1 test under 2 models: 2 passed");
    }

    @Test
    @DisplayName("are attached to JUnit's own report, with their media types")
    void areAttached() {
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("across.table", "false")
                .configurationParameter("junit.platform.reporting.output.dir", directory.toString())
                .selectors(selectClass(TwoModelsTestCase.class));
        Stream<FileEntry> attached = EngineTestKit.execute("junit-jupiter", request.build()).allEvents().stream()
                .flatMap(event -> event.getPayload(FileEntry.class).stream());

        assertThat(attached)
                .extracting(entry -> entry.getPath().getFileName() + " "
                        + entry.getMediaType().orElse(""))
                .containsExactlyInAnyOrder(
                        RunReport.directoryOfThisJvm() + " ",
                        "report.html text/html",
                        "report.csv text/csv",
                        "report.md text/markdown");
    }

    @Test
    @DisplayName("are said once to be missing where their directory is read-only, and no test fails")
    @EnabledOnOs(value = OS.LINUX, disabledReason = "root may write anywhere but in the kernel's own directories")
    void mayBeReadOnly() {
        EngineRun run =
                EngineRun.with("across.report.views", "true").run(Path.of("/proc/sys/vm"), TwoModelsTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.tests()).hasSize(2);
        assertThat(run.errors())
                .containsOnlyOnce("@AcrossExecutors:")
                .containsPattern("report.json cannot be written: .*/proc/sys/vm");
    }

    @Test
    @DisplayName("are said once to be missing where the disk is full from the start, and no test fails")
    @EnabledOnOs(value = OS.LINUX, disabledReason = "/dev/full is Linux's")
    void mayFindTheDiskFull() throws IOException {
        Path own = Files.createDirectories(engineDirectory().resolve(RunReport.directoryOfThisJvm()));
        Files.createSymbolicLink(own.resolve("report.json"), Path.of("/dev/full"));
        EngineRun run = run(TwoModelsTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.errors())
                .containsOnlyOnce("@AcrossExecutors:")
                .contains(own.toString(), "No space left on device");
    }

    @Test
    @DisplayName("are said once to be missing where the disk becomes full at the end, what was there before stays")
    @EnabledOnOs(value = OS.LINUX, disabledReason = "/dev/full is Linux's")
    void mayFindTheDiskFullAtTheEnd() throws IOException {
        Files.createDirectories(engineDirectory());
        Files.writeString(engineDirectory().resolve("report.html"), "the one before");
        Files.createSymbolicLink(engineDirectory().resolve("report.csv.part"), Path.of("/dev/full"));
        EngineRun run = run(TwoModelsTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.errors())
                .containsOnlyOnce("@AcrossExecutors:")
                .contains("report.html cannot be written", engineDirectory().toString(), "No space left on device");
        assertThat(engineDirectory().resolve("report.html")).hasContent("the one before");
        assertThat(engineDirectory())
                .isDirectoryNotContaining(file -> file.toString().endsWith(".part"));
        assertThat(run.report().get("tests")).hasSize(2);
    }

    static class DeletingTestCase {

        /** System properties, because JUnit makes the instance. */
        static final String VICTIM = "across.test.victim";

        @AcrossExecutors({SEQUENTIAL, FIXED_POOL})
        void deletesTheReport() throws IOException {
            try (Stream<Path> files = Files.walk(Path.of(System.getProperty(VICTIM)))) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            Files.createDirectories(Path.of(System.getProperty(VICTIM)));
        }
    }

    @Test
    @DisplayName("are said once to be missing where they are deleted in the middle, and no test fails")
    void mayBeDeleted() {
        System.setProperty(DeletingTestCase.VICTIM, engineDirectory().toString());
        try {
            EngineRun run = run(DeletingTestCase.class);

            assertThat(run.failures()).isEmpty();
            assertThat(run.tests()).hasSize(2);
            assertThat(run.errors())
                    .containsOnlyOnce("@AcrossExecutors:")
                    .contains(engineDirectory()
                            .resolve(RunReport.directoryOfThisJvm())
                            .resolve("report.json")
                            .toString());
        } finally {
            System.clearProperty(DeletingTestCase.VICTIM);
        }
    }
}
