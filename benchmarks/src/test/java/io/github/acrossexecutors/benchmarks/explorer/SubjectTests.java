package io.github.acrossexecutors.benchmarks.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of a scenario")
class SubjectTests {

    @Test
    @DisplayName("with a bug, only the kind it was made for is right, or broken from a tool that names no kinds")
    void aBugIsSeenAsWhatItIs() {
        Subject bug = named("StopFlag.Bug");

        assertThat(rightOf(bug)).containsExactly(Result.DATA_RACE, Result.BROKEN);
        assertThat(bug.isFalse(Result.STUCK)).isTrue();
        assertThat(bug.isFalse(Result.PASSED)).isTrue();
        assertThat(bug.isFalse(Result.NOT_CONTROLLED)).isTrue();
    }

    @Test
    @DisplayName("without a bug, only passed is right")
    void theCorrectVersionPasses() {
        Subject correct = named("StopFlag.Correct");

        assertThat(rightOf(correct)).containsExactly(Result.PASSED);
        assertThat(correct.isFalse(Result.NOT_CONTROLLED)).isTrue();
        assertThat(correct.isFalse(Result.NO_ANSWER)).isTrue();
    }

    @Test
    @DisplayName("that may start threads, not controlled is neither right nor false")
    void threadsNeedNotBeControlled() {
        Subject threads = named("ExecutorsUsedRight.FixedPool");

        assertThat(rightOf(threads)).containsExactly(Result.PASSED);
        assertThat(threads.isFalse(Result.NOT_CONTROLLED)).isFalse();
        assertThat(threads.isFalse(Result.DATA_RACE)).isTrue();
    }

    private static Subject named(String id) {
        return Subject.all().stream()
                .filter(subject -> subject.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Result> rightOf(Subject subject) {
        return Arrays.stream(Result.values()).filter(subject::isRight).toList();
    }
}
