package io.github.acrossexecutors.benchmarks.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.acrossexecutors.AcrossExecutors;
import io.github.acrossexecutors.ExecutionModel;
import io.github.acrossexecutors.ExpectSpeedup;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A trial")
class TrialTests {

    /** Too short for any verdict, so that no test takes longer. */
    private static final Duration BUDGET = Duration.ofMillis(1);

    @Test
    @DisplayName("brings the verdict of a race, with its reason, message and time")
    void bringsTheVerdictOfARace() {
        Seen seen = new RaceTrial(1.2, () -> Work.waits(1), () -> Work.waits(1)).judge(BUDGET);

        assertThat(seen.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(seen.reason()).isEqualTo("budget");
        assertThat(seen.message()).startsWith("Expected 'contender' to be at least 1.2 x as fast as 'baseline'");
        assertThat(seen.seconds()).isPositive();
    }

    @Test
    @DisplayName("brings the verdict of a model, from the report entries of its expectation")
    void bringsTheVerdictOfAModel() {
        Seen seen = new ModelTrial(Bodies.WaitsInPoolOfEightTestCase.class).judge(BUDGET);

        assertThat(seen.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(seen.reason()).isEqualTo("budget");
        assertThat(seen.message()).startsWith("Expected 'FIXED_POOL' to be at least 5 x as fast as 'SEQUENTIAL'");
        assertThat(seen.seconds()).isPositive();
    }

    @Test
    @DisplayName("fails where the test itself failed, which is no verdict")
    void failsWithTheTest() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new ModelTrial(RedTestCase.class).judge(BUDGET))
                .withMessageContaining("no verdict, but ")
                .withMessageContaining("on purpose");
        assertThatIllegalStateException()
                .isThrownBy(() -> new PinTrial(RedTestCase.class, "", "").judge(BUDGET))
                .withMessageContaining("on purpose");
    }

    static class RedTestCase {
        @AcrossExecutors(value = ExecutionModel.FIXED_POOL, tasks = 2, workers = 2)
        @ExpectSpeedup(of = ExecutionModel.FIXED_POOL, atLeast = 2)
        void fails() {
            fail("on purpose");
        }
    }
}
