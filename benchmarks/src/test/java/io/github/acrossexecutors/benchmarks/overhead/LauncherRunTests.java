package io.github.acrossexecutors.benchmarks.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.acrossexecutors.report.RunReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A launcher's run")
class LauncherRunTests {

    @Test
    @DisplayName("passes what is measured, with as many tests as the benchmark takes it to have")
    void passesWhatIsMeasured() {
        assertThat(LauncherRun.silent(EmptyBodies.ManyRoundsTestCase.class, 1).execute())
                .isPositive();
        assertThat(LauncherRun.silent(EmptyBodies.OneRoundTestCase.class, 1).execute())
                .isPositive();
        assertThat(LauncherRun.silent(EmptyBodies.RepeatedTestCase.class, EmptyBodies.TASKS)
                        .execute())
                .isZero();
        assertThat(LauncherRun.silent(EmptyBodies.SingleTestCase.class, 1).execute())
                .isZero();
    }

    @Test
    @DisplayName("refuses a test that failed, was skipped or is missing, each of which would look fast")
    void refusesWhatWouldLookFast() {
        assertThatThrownBy(() -> LauncherRun.silent(RedTestCase.class, 0).execute())
                .hasMessageContaining("fails(): ");
        assertThatThrownBy(() -> LauncherRun.silent(SkippedTestCase.class, 0).execute())
                .hasMessageContaining("is skipped() was skipped: ");
        assertThatThrownBy(() ->
                        LauncherRun.silent(EmptyBodies.SingleTestCase.class, 2).execute())
                .hasMessageStartingWith("1 tests ran, expected 2");
    }

    @Test
    @DisplayName("writes a report of one run only, once the one before is forgotten")
    void writesAReportOfOneRun() throws IOException {
        PrintStream console = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        try {
            for (int run = 1; run <= 2; run++) {
                LauncherRun.forgetReport();
                LauncherRun.reporting(EmptyBodies.OneRoundTestCase.class, 1).execute();
            }
        } finally {
            System.setOut(console);
        }

        assertThat(Path.of("target", "overhead", "junit-jupiter", RunReport.directoryOfThisJvm(), "report.json"))
                .content()
                .containsOnlyOnce("uniqueId");
    }

    static class RedTestCase {
        @Test
        void fails() {
            fail("on purpose");
        }
    }

    static class SkippedTestCase {
        @Test
        @Disabled("on purpose")
        @DisplayName("is skipped()")
        void skipped() {}
    }
}
