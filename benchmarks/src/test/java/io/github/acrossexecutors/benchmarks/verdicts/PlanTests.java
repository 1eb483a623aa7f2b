package io.github.acrossexecutors.benchmarks.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.benchmarks.lab.UsageException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The plan")
class PlanTests {

    @Test
    @DisplayName("gives each truth one JVM under each condition before any gets its second, beginning elsewhere")
    void interleaves() throws UsageException {
        List<Plan.Turn> turns = Plan.of(options("2", "a,b", "quiet,steady"), List.of());

        assertThat(turns)
                .containsExactly(
                        new Plan.Turn(Truth.A, Condition.QUIET, 1),
                        new Plan.Turn(Truth.A, Condition.STEADY, 1),
                        new Plan.Turn(Truth.B, Condition.STEADY, 1),
                        new Plan.Turn(Truth.B, Condition.QUIET, 1),
                        new Plan.Turn(Truth.B, Condition.QUIET, 2),
                        new Plan.Turn(Truth.B, Condition.STEADY, 2),
                        new Plan.Turn(Truth.A, Condition.STEADY, 2),
                        new Plan.Turn(Truth.A, Condition.QUIET, 2));
    }

    @Test
    @DisplayName("leaves out what was found already")
    void resumes() throws UsageException {
        Finding found = Findings.of(Truth.A, Condition.QUIET, Findings.seen(Outcome.NOT_MET));

        assertThat(Plan.of(options("2", "a", "quiet"), List.of(found)))
                .containsExactly(new Plan.Turn(Truth.A, Condition.QUIET, 2));
        assertThat(Plan.of(options("2", "a", "quiet"), List.of(found, found, found)))
                .isEmpty();
    }

    private static Options options(String jvms, String truths, String conditions) throws UsageException {
        return Options.parse(List.of(jvms, "--truths", truths, "--conditions", conditions), Path.of("lines"));
    }
}
