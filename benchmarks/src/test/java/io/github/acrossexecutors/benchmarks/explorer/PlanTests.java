package io.github.acrossexecutors.benchmarks.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.benchmarks.lab.Condition;
import io.github.acrossexecutors.benchmarks.lab.UsageException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The plan of the corpus")
class PlanTests {

    @Test
    @DisplayName("gives each scenario one JVM under each condition before any gets its second, beginning elsewhere")
    void interleaves() throws UsageException {
        assertThat(inWords(options("2", "--subjects", "LostUpdate", "--conditions", "idle,hogs"), List.of()))
                .containsExactly(
                        "LostUpdate.Bug explorer idle 1",
                        "LostUpdate.Correct explorer idle 1",
                        "LostUpdate.Bug explorer hogs 1",
                        "LostUpdate.Correct explorer hogs 1",
                        "LostUpdate.Correct explorer idle 2",
                        "LostUpdate.Bug explorer idle 2",
                        "LostUpdate.Correct explorer hogs 2",
                        "LostUpdate.Bug explorer hogs 2");
    }

    @Test
    @DisplayName("runs Lincheck right after the explorer")
    void pairs() throws UsageException {
        assertThat(inWords(
                        options("1", "--subjects", "LostUpdate.Bug", "--conditions", "idle", "--lincheck"), List.of()))
                .containsExactly("LostUpdate.Bug explorer idle 1", "LostUpdate.Bug lincheck idle 1");
    }

    @Test
    @DisplayName("leaves out what was found already")
    void resumes() throws UsageException {
        Finding found = Findings.of(Tool.EXPLORER, "LostUpdate.Bug", Condition.IDLE, Result.WRONG_RESULT, 100);
        Options options = options("2", "--subjects", "LostUpdate.Bug", "--conditions", "idle");

        assertThat(inWords(options, List.of(found))).containsExactly("LostUpdate.Bug explorer idle 2");
        assertThat(inWords(options, List.of(found, found))).isEmpty();
    }

    private static List<String> inWords(Options options, List<Finding> found) {
        return Plan.of(options, found).stream()
                .map(turn -> turn.subject().id() + " " + turn.tool() + " " + turn.condition() + " " + turn.turn())
                .toList();
    }

    private static Options options(String... arguments) throws UsageException {
        return Options.parse(List.of(arguments), EnumSet.allOf(Condition.class), Path.of("lines"));
    }
}
