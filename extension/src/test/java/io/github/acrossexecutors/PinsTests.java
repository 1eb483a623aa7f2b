package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static io.github.acrossexecutors.ExecutionModel.VIRTUAL_THREADS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import jdk.jfr.FlightRecorder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

@DisplayName("A virtual thread that is pinned")
class PinsTests {

    /** Up to the line number. */
    private static final String FRAME = SlowInitializer.class.getName() + ".block(SlowInitializer.java:";

    static class PinnedTestCase {
        @AcrossExecutors(
                value = {FIXED_POOL, VIRTUAL_THREADS},
                tasks = 2,
                warmups = 1,
                rounds = 1)
        void initializes() throws IOException, IllegalAccessException {
            SlowInitializer.run();
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    @DisplayName("is named in the table, with the frame that explains it, under that model alone")
    void isNamedInTheTable() {
        EngineRun run = EngineRun.of(PinnedTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.console())
                .containsPattern("(?m)^  VIRTUAL_THREADS: Pinned 4 times, up to [\\d.]+ ms: .+ at "
                        + Pattern.quote(FRAME) + "\\d+\\)\\.$")
                .doesNotContain("FIXED_POOL: Pinned");
        assertThat(run.test("under VIRTUAL_THREADS").entries())
                .containsEntry("across.pinned", "4")
                .hasEntrySatisfying("across.note.1", note -> assertThat(note).startsWith("Pinned 4 times"));
        assertThat(run.test("under FIXED_POOL").entries()).doesNotContainKey("across.pinned");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    @DisplayName("is in the report, round by round, with the JVM's reason")
    void isInTheReport() {
        JsonNode report = EngineRun.of(PinnedTestCase.class).report();

        assertThat(rounds(report, "FIXED_POOL"))
                .allSatisfy(round -> assertThat(round.get("pins").isNull()).isTrue());
        assertThat(rounds(report, "VIRTUAL_THREADS")).hasSize(2).allSatisfy(round -> {
            assertThat(round.get("pins")).hasSize(1);
            JsonNode pin = round.at("/pins/0");
            assertThat(pin.get("reason").asText())
                    .isEqualTo("VM call to " + SlowInitializer.class.getName() + "$Template.<clinit> on stack");
            assertThat(pin.get("frame").asText()).startsWith(FRAME);
            assertThat(pin.get("count").asInt()).isEqualTo(2);
            assertThat(pin.get("longestNanos").asLong()).isPositive();
            assertThat(pin.get("totalNanos").asLong())
                    .isGreaterThan(pin.get("longestNanos").asLong());
        });
    }

    private static List<JsonNode> rounds(JsonNode report, String model) {
        List<JsonNode> rounds = new ArrayList<>();
        for (JsonNode test : report.get("tests")) {
            if (test.get("model").asText().equals(model)) {
                test.get("rounds").forEach(rounds::add);
            }
        }
        return rounds;
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    @DisplayName("is known by its subtask where the body gets the executor")
    void isKnownByItsSubtask() {
        EngineRun run = EngineRun.of(InjectedTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.test("under VIRTUAL_THREADS").entries()).containsEntry("across.pinned", "3");
    }

    static class InjectedTestCase {
        @AcrossExecutors(VIRTUAL_THREADS)
        void fansOut(ExecutorService executor) throws Exception {
            List<Future<?>> futures = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                futures.add(executor.submit(() -> {
                    SlowInitializer.run();
                    return "done";
                }));
            }
            for (Future<?> future : futures) {
                future.get(10, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    @DisplayName("does not count while a life-cycle method runs on it")
    void doesNotCountInLifeCycleMethods() {
        EngineRun run = EngineRun.of(LifeCycleTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.test("under VIRTUAL_THREADS").entries()).containsEntry("across.pinned", "0");
        assertThat(run.console()).doesNotContain("Pinned");
    }

    static class LifeCycleTestCase {
        @BeforeEach
        void pin() throws IOException, IllegalAccessException {
            SlowInitializer.run();
        }

        @AcrossExecutors(VIRTUAL_THREADS)
        void waits() {
            SlowInitializer.block();
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    @DisplayName("is none where it only waits in a synchronized block, from JDK 24 on")
    void isNotPinnedByAMonitor() {
        EngineRun run = EngineRun.of(MonitorTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.test("under VIRTUAL_THREADS").entries()).containsEntry("across.pinned", "0");
        assertThat(rounds(run.report(), "VIRTUAL_THREADS"))
                .allSatisfy(round -> assertThat(round.get("pins")).isEmpty());
    }

    static class MonitorTestCase {
        @AcrossExecutors(VIRTUAL_THREADS)
        void waitsWithAMonitor() {
            synchronized (this) {
                SlowInitializer.block();
            }
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    @DisplayName("goes unseen, with a note and no failure, in a JVM without jdk.jfr")
    void goesUnseenWithoutFlightRecorder() throws Exception {
        assertThat(inAJvmOfItsOwn(List.of("--limit-modules", "java.se,jdk.unsupported"), PinnedTestCase.class))
                .contains("failures: []")
                .containsOnlyOnce("VIRTUAL_THREADS: Pinning is not watched: this JVM has no jdk.jfr module.")
                .containsPattern("(?m)^  VIRTUAL_THREADS .* passed$")
                .doesNotContain(": Pinned");
    }

    @Test
    @DisplayName("is watched for under VIRTUAL_THREADS alone: no other model starts the Flight Recorder")
    void isNotWatchedForUnderOtherModels() throws Exception {
        assertThat(inAJvmOfItsOwn(List.of(), PlatformThreadsTestCase.class))
                .contains("failures: []", "Flight Recorder: false");
    }

    static class PlatformThreadsTestCase {
        @AcrossExecutors({SEQUENTIAL, FIXED_POOL})
        void initializes() throws IOException, IllegalAccessException {
            SlowInitializer.run();
        }
    }

    private static String inAJvmOfItsOwn(List<String> options, Class<?> testCase) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(OwnJvm.class.getName(), testCase.getName()));
        Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(jvm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return printed;
    }

    /** Runs a test case, and prints what its run printed and what became of it. */
    static final class OwnJvm {

        private OwnJvm() {}

        public static void main(String[] args) throws ClassNotFoundException {
            EngineRun run = EngineRun.of(Class.forName(args[0]));
            System.out.print(run.console());
            System.out.println("failures: " + run.failures());
            boolean canTell = ModuleLayer.boot().findModule("jdk.jfr").isPresent();
            System.out.println("Flight Recorder: " + (canTell ? FlightRecorder.isInitialized() : "missing"));
        }
    }
}
