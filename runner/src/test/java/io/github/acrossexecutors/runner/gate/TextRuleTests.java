package io.github.acrossexecutors.runner.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.runner.fixture.FixtureTree;
import io.github.acrossexecutors.runner.path.Entry;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules about what is written; nothing is run for them. */
@DisplayName("The gate turns red over a text")
class TextRuleTests {

    private static final String PREDICTION = "K9902 asks for a prediction where it is about time or a race";
    private static final String PAGE = " page of its chapter is in order";

    private final FixtureTree fixture;
    private final Path page;

    TextRuleTests(@TempDir Path directory) {
        this.fixture = FixtureTree.in(directory);
        this.page = fixture.tree().texts().resolve("en/c99_fixture.md");
    }

    private Map<String, String> failures() {
        Map<String, String> failed = new TreeMap<>();
        for (Entry entry : fixture.path().entries()) {
            for (Check check : new SourceRules(fixture.tree(), entry).checks()) {
                try {
                    check.run();
                } catch (Throwable broken) {
                    failed.put(check.name(), String.valueOf(broken.getMessage()));
                }
            }
        }
        return failed;
    }

    @Test
    @DisplayName("never, where all is in order")
    void inOrder() {
        assertThat(failures()).isEmpty();
    }

    @Test
    @DisplayName("when a koan about a race asks for no prediction")
    void predictionMissing() {
        fixture.edit(
                fixture.tree().text(fixture.keepCount()),
                text -> text.substring(0, text.indexOf("## Prediction")) + text.substring(text.indexOf("## Guar")));

        assertThat(failures())
                .containsOnlyKeys(PREDICTION)
                .hasEntrySatisfying(
                        PREDICTION,
                        message -> assertThat(message).contains("K9902.md has no section '## Prediction'", "RACE"));
    }

    @Test
    @DisplayName("when a prediction has no right answer")
    void predictionWithoutAnswer() {
        fixture.edit(fixture.tree().text(fixture.keepCount()), "Answer 2:", "Answer 4:");

        assertThat(failures().get("K9902 text")).contains("K9902.md", "the right answer is 4, expected 1 to 3");
    }

    @Test
    @DisplayName("when the page of a chapter is missing")
    void pageMissing() {
        fixture.delete(page);

        assertThat(failures())
                .containsOnlyKeys("K9901" + PAGE, "K9902" + PAGE)
                .hasEntrySatisfying(
                        "K9902" + PAGE, message -> assertThat(message).contains("c99_fixture.md is missing"));
    }

    @Test
    @DisplayName("when the page of a chapter is too long, or not of the form, or not about the chapter's koans")
    void pageOutOfOrder() {
        fixture.edit(page, text -> text.replace("- 9902 ", "- 9903 ").replace("```", "~~~") + "\n".repeat(80))
                .edit(page, "## The words", "## Words");

        assertThat(failures().get("K9901" + PAGE))
                .contains(
                        "at most 80 are allowed",
                        "its headings are [The idea, Words, ",
                        "it has no diagram",
                        "it lists the koans [9901, 9903], the path has [9901, 9902]");
    }
}
