package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.FORK_JOIN;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static io.github.acrossexecutors.Node.Status.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A setting")
class SettingsTests {

    @Test
    @DisplayName("is the configuration parameter where the attribute is left open")
    void parameterStandsIn() {
        EngineRun run = EngineRun.with(
                        "across.tasks", " 3 ", "across.workers", "2", "across.rounds", "4", "across.warmups", "1")
                .run(OpenTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.report().at("/tests/0/tasks").asInt()).isEqualTo(3);
        assertThat(run.report().at("/tests/0/workers").asInt()).isEqualTo(2);
        assertThat(run.report().at("/tests/0/rounds")).hasSize(5);
        assertThat(run.report().at("/tests/0/rounds").findValuesAsText("warmup"))
                .containsExactly("true", "false", "false", "false", "false");
    }

    static class OpenTestCase {
        @AcrossExecutors(FIXED_POOL)
        void body() {}
    }

    @Test
    @DisplayName("is the attribute where both are there, and a default where neither is")
    void attributeWins() {
        EngineRun given =
                EngineRun.with("across.tasks", "3", "across.workers", "2").run(ClosedTestCase.class);
        EngineRun open = EngineRun.of(OpenTestCase.class);

        assertThat(given.report().at("/tests/0/tasks").asInt()).isEqualTo(5);
        assertThat(given.report().at("/tests/0/workers").asInt()).isEqualTo(1);
        assertThat(open.report().at("/tests/0/tasks").asInt()).isEqualTo(1);
        assertThat(open.report().at("/tests/0/workers").asInt())
                .isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(open.report().at("/tests/0/rounds")).hasSize(1);
    }

    static class ClosedTestCase {
        @AcrossExecutors(value = FIXED_POOL, tasks = 5, workers = 1)
        void body() {}
    }

    @ParameterizedTest
    @DisplayName("out of its range fails with a sentence that names key, value and range")
    @CsvSource({
        "across.tasks,   0,          from 1 to 1000000",
        "across.tasks,   1000001,    from 1 to 1000000",
        "across.workers, -1,         from 1 to 32767",
        "across.workers, 32768,      from 1 to 32767",
        "across.rounds,  0,          from 1 to 1000000",
        "across.warmups, -1,         from 0 to 1000000",
        "across.warmups, 2147483647, from 0 to 1000000",
        "across.rounds,  many,       from 1 to 1000000",
        "across.tasks,   2147483648, from 1 to 1000000",
    })
    void parameterOutOfRange(String key, String value, String range) {
        assertConfigurationError(
                EngineRun.with(key, value).run(OpenTestCase.class),
                key + " must be a whole number " + range + ", not '" + value + "'.");
    }

    private static void assertConfigurationError(EngineRun run, String sentence) {
        assertThat(run.failed().failure()).isInstanceOf(ExtensionConfigurationException.class);
        assertThat(run.failed().message()).isEqualTo(sentence);
        assertThat(run.journal()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("that is a timeout nobody can read fails with a sentence, and so does an endless one")
    @ValueSource(strings = {"0", "-1 s", "1.5 s", "soon", "", "5 h", "600000 m", "9999999999"})
    void timeoutParameterOutOfRange(String value) {
        assertConfigurationError(
                EngineRun.with("across.timeout", value).run(OpenTestCase.class),
                "across.timeout must be a whole number of at least 1 with an optional unit, ms, s (the default) or m,"
                        + " such as '500 ms', and at most 365 days, not '" + value + "'.");
    }

    @ParameterizedTest
    @DisplayName("that is a timeout may have a unit")
    @ValueSource(strings = {"5", "5s", " 5000 MS ", "1 m", "525600 m"})
    void timeoutParameter(String value) {
        assertThat(EngineRun.with("across.timeout", value)
                        .run(OpenTestCase.class)
                        .failures())
                .isEmpty();
    }

    @Test
    @DisplayName("out of its range fails with a sentence that names annotation, attribute, value and range")
    void attributeOutOfRange() {
        assertConfigurationError(
                EngineRun.of(NoTasksTestCase.class),
                "@AcrossExecutors: tasks must be a whole number from 1 to 1000000, not 0.");
        assertConfigurationError(
                EngineRun.of(NegativeWorkersTestCase.class),
                "@AcrossExecutors: workers must be a whole number from 1 to 32767, not -2.");
        assertConfigurationError(
                EngineRun.of(NoRoundsTestCase.class),
                "@AcrossExecutors: rounds must be a whole number from 1 to 1000000, not 0.");
        assertConfigurationError(
                EngineRun.of(NegativeWarmupsTestCase.class),
                "@AcrossExecutors: warmups must be a whole number from 0 to 1000000, not -1.");
        assertConfigurationError(
                EngineRun.of(NoTimeoutTestCase.class),
                "@AcrossExecutors: timeout must be a whole number from 1 to 31536000 with timeoutUnit SECONDS, not 0.");
        assertConfigurationError(
                EngineRun.of(EndlessTimeoutTestCase.class),
                "@AcrossExecutors: timeout must be a whole number from 1 to 365 with timeoutUnit DAYS, not "
                        + Long.MAX_VALUE + ".");
    }

    static class NoTasksTestCase {
        @AcrossExecutors(tasks = 0)
        void body() {
            Journal.write("body");
        }
    }

    static class NegativeWorkersTestCase {
        @AcrossExecutors(workers = -2)
        void body() {
            Journal.write("body");
        }
    }

    @AcrossExecutors(rounds = 0)
    static class NoRoundsTestCase {
        @Test
        void body() {
            Journal.write("body");
        }
    }

    static class NegativeWarmupsTestCase {
        @AcrossExecutors(warmups = -1)
        void body() {
            Journal.write("body");
        }
    }

    static class NoTimeoutTestCase {
        @AcrossExecutors(timeout = 0)
        void body() {
            Journal.write("body");
        }
    }

    static class EndlessTimeoutTestCase {
        @AcrossExecutors(timeout = Long.MAX_VALUE, timeoutUnit = TimeUnit.DAYS)
        void body() {
            Journal.write("body");
        }
    }

    @ParameterizedTest
    @DisplayName("that is a switch takes true and false alone, and says so before a test has run")
    @ValueSource(strings = {"across.table", "across.report"})
    void switches(String key) {
        assertConfigurationError(
                EngineRun.with(key, "off").run(JournalingTestCase.class), key + " must be true or false, not 'off'.");
    }

    static class JournalingTestCase {
        @AcrossExecutors(SEQUENTIAL)
        void body() {
            Journal.write("body");
        }
    }

    @Test
    @DisplayName("across.models narrows every set of built-in models")
    void modelsAreNarrowed() {
        EngineRun run = EngineRun.with("across.models", "sequential, FORK_JOIN")
                .run(AllModelsTestCase.class, JournalingTestCase.class);

        assertThat(run.tests())
                .extracting(Node::name)
                .containsExactly("body() under SEQUENTIAL", "body() under FORK_JOIN", "body() under SEQUENTIAL");
    }

    static class AllModelsTestCase {
        @AcrossExecutors
        void body() {}
    }

    @Test
    @DisplayName("across.models that leaves none is a visible skip with the reason, but of what is annotated by itself")
    void noModelLeft() {
        EngineRun run = EngineRun.with("across.models", "FORK_JOIN").run(OpenTestCase.class, OpenClassTestCase.class);

        assertThat(run.nodes())
                .filteredOn(node -> node.status() == SKIPPED)
                .extracting(Node::path, Node::reason)
                .containsExactly(
                        tuple("body() > body() under no model", "across.models leaves none of [FIXED_POOL]."),
                        tuple(
                                "SettingsTests$OpenClassTestCase under no model > body()",
                                "across.models leaves none of [SEQUENTIAL, FIXED_POOL, VIRTUAL_THREADS]."));
        assertThat(run.journal()).containsExactly("own");
    }

    @AcrossExecutors
    static class OpenClassTestCase {
        @Test
        void body() {
            Journal.write("body");
        }

        @AcrossExecutors(FORK_JOIN)
        void own() {
            Journal.write("own");
        }
    }

    @ParameterizedTest
    @DisplayName("across.models with a name nobody knows, or none at all, fails with the names there are")
    @ValueSource(strings = {"VIRTUEL_THREADS", "", "SEQUENTIAL,"})
    void unknownModel(String list) {
        assertConfigurationError(
                EngineRun.with("across.models", list).run(OpenTestCase.class),
                "across.models must be a comma-separated list of [SEQUENTIAL, PLATFORM_THREADS, FIXED_POOL, FORK_JOIN,"
                        + " VIRTUAL_THREADS, EVENT_LOOP, PROCESS_POOL], not '" + list + "'.");
    }

    @Test
    @DisplayName("that is a model named twice is refused")
    void sameModelTwice() {
        assertConfigurationError(
                EngineRun.of(TwiceTestCase.class),
                "@AcrossExecutors names the model FIXED_POOL twice; name each once.");
    }

    static class TwiceTestCase {
        @AcrossExecutors({FIXED_POOL, SEQUENTIAL, FIXED_POOL})
        void body() {
            Journal.write("body");
        }
    }
}
