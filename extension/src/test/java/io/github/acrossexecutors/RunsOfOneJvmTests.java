package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.acrossexecutors.report.RunReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** As Surefire does it: a fork executes each class by itself, and what has failed once more. */
@DisplayName("Several runs of JUnit's engine in one JVM")
class RunsOfOneJvmTests {

    private static final LauncherConfig ALONE = LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .build();

    @TempDir
    private Path directory = Path.of("");

    static class OneTestCase {
        @AcrossExecutors(SEQUENTIAL)
        void one() {}
    }

    static class OtherTestCase {
        @AcrossExecutors(SEQUENTIAL)
        void other() {}
    }

    /** Run classes in one session, each by itself, and give back what was printed. */
    private String inOneSession(Class<?>... testCases) {
        Journal.take();
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (LauncherSession session = LauncherFactory.openSession(ALONE)) {
            for (Class<?> testCase : testCases) {
                session.getLauncher()
                        .execute(LauncherDiscoveryRequestBuilder.request()
                                .enableImplicitConfigurationParameters(false)
                                .configurationParameter(Parameters.ARCHIVE, "false")
                                .configurationParameter("junit.platform.reporting.output.dir", directory.toString())
                                .filters(EngineFilter.includeEngines("junit-jupiter"))
                                .selectors(selectClass(testCase))
                                .build());
            }
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private Path engineDirectory() {
        return directory.resolve("junit-jupiter");
    }

    private JsonNode report() throws IOException {
        return new ObjectMapper()
                .readTree(engineDirectory()
                        .resolve(RunReport.directoryOfThisJvm())
                        .resolve("report.json")
                        .toFile());
    }

    @Test
    @DisplayName("write one report, and its views once")
    void writeOneReport() throws IOException {
        String printed = inOneSession(OneTestCase.class, OtherTestCase.class);

        assertThat(report().findValuesAsText("method")).containsExactly("one", "other");
        assertThat(printed).containsOnlyOnce("report.html");
        assertThat(engineDirectory().resolve("report.md")).content().contains("2 tests under 1 model: 2 passed");
    }

    @Test
    @DisplayName("add to the report of an earlier session")
    void addToAnEarlierReport() throws IOException {
        inOneSession(OneTestCase.class);
        inOneSession(OtherTestCase.class);

        assertThat(report().findValuesAsText("method")).containsExactly("one", "other");
        assertThat(engineDirectory().resolve("report.md")).content().contains("2 tests under 1 model: 2 passed");
    }

    static class FlakyTestCase {

        @AcrossExecutors(SEQUENTIAL)
        void passesTheSecondTime() {
            List<Object> before = Journal.take();
            Journal.write(this);
            assertThat(before).hasSize(1);
        }
    }

    @Test
    @DisplayName("show a test that is run again as it came out last")
    void showTheLastLook() throws IOException {
        inOneSession(FlakyTestCase.class, FlakyTestCase.class);

        assertThat(report().findValuesAsText("status")).containsExactly("failed", "passed");
        assertThat(engineDirectory().resolve("report.md"))
                .content()
                .contains("1 test under 1 model: 1 passed, 0 failed");
    }

    static class OneExpectationTestCase {
        @AcrossExecutors(value = FIXED_POOL, tasks = 2, workers = 2)
        @ExpectSpeedup(of = FIXED_POOL, atLeast = 1.5, budget = 1, budgetUnit = TimeUnit.MILLISECONDS)
        void fetches() {}
    }

    static class OtherExpectationTestCase extends OneExpectationTestCase {}

    @Test
    @DisplayName("sum up their speedups in one line")
    void sumUpTheirSpeedups() {
        assertThat(inOneSession(OneExpectationTestCase.class, OtherExpectationTestCase.class))
                .containsOnlyOnce("Speedups: ")
                .contains("Speedups: 0 met, 0 not met, 2 undecided");
    }

    @ExtendWith(ShowsWhatLasts.class)
    static class OneLastingTestCase {
        @AcrossExecutors(SEQUENTIAL)
        void body() {}
    }

    static class OtherLastingTestCase extends OneLastingTestCase {}

    /** Writes down what is the same for all tests. */
    static final class ShowsWhatLasts implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext context) {
            Journal.write(List.of(LeftBehind.in(context), WorkerStart.in(context), SpeedupVerdicts.in(context)));
        }
    }

    @Test
    @DisplayName("know of the same workers left behind, archives and verdicts")
    void shareWhatIsOneForAll() {
        inOneSession(OneLastingTestCase.class, OtherLastingTestCase.class);
        List<Object> shown = Journal.take();

        assertThat(shown).hasSize(2);
        assertThat(shown.get(1)).isEqualTo(shown.get(0));
    }
}
