package io.github.acrossexecutors.runner.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.runner.fixture.FixtureTree;
import io.github.acrossexecutors.runner.path.KoanTree;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What belongs to the path, and what to a learner. */
@DisplayName("The gate looks at the path and at whose stub it is: it turns red")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GateStateTests {

    private final BrokenTree broken;
    private FixtureTree fixture;

    GateStateTests(@TempDir Path directory) {
        broken = new BrokenTree(directory);
        fixture = broken.restore();
    }

    @BeforeEach
    void restoreTree() {
        fixture = broken.restore();
    }

    @AfterAll
    void close() {
        broken.close();
    }

    private KoanTree tree() {
        return fixture.tree();
    }

    @Test
    @DisplayName("when a koan lies beside the path, or the path lists one that is not there")
    void presence() {
        fixture.edit(tree().pathFile(), text -> text.replace("K9902", "K9903"));

        assertThat(broken.judge(true).failed().get("path.yaml every koan of the path is present, and none beside it"))
                .contains(
                        "K9903 stub: koans/path.yaml lists the koan, but "
                                + "koans/src/main/java/koans/c99_fixture/K9903KeepCount.java is missing.",
                        "K9902 mutants: solutions/mutants/K9902.yaml is there, but koans/path.yaml lists no such koan.");
    }

    @Test
    @DisplayName("when the path cannot be read, and then looks at nothing else")
    void unreadablePath() {
        fixture.edit(tree().pathFile(), text -> text.replaceFirst("kind: structure", "kind: strange"));

        assertThat(broken.judge(true).failed())
                .containsOnlyKeys("path.yaml can be read")
                .hasEntrySatisfying(
                        "path.yaml can be read",
                        message -> assertThat(message).contains("item 1 (K9901)", "`kind` is `strange`"));
    }

    @Test
    @DisplayName("never because of a learner: solved passes, in progress and broken is skipped")
    void learners() {
        fixture.answerAddUp("return prices.stream().mapToInt(price -> price).sum();")
                .edit(tree().stub(fixture.keepCount()), "return count;", "return \"typo\";");

        BrokenTree.Report report = broken.judge(false);

        assertThat(report.failed()).isEmpty();
        assertThat(report.aborted())
                .doesNotContainKey("K9901 stub: somebody works on it")
                .hasEntrySatisfying(
                        "K9902 stub: somebody works on it",
                        message -> assertThat(message)
                                .contains("in progress", "K9902KeepCount.java:32", "incompatible types"));
    }

    @Test
    @DisplayName("in strict mode when a stub is not as it was committed")
    void strict() {
        fixture.answerAddUp("return prices.stream().mapToInt(price -> price).sum();");

        assertThat(broken.judge(true).failed())
                .containsOnlyKeys("K9901 stub: red, not yet written")
                .hasEntrySatisfying(
                        "K9901 stub: red, not yet written",
                        message -> assertThat(message).contains("strict mode", "learn pristine"));
    }
}
