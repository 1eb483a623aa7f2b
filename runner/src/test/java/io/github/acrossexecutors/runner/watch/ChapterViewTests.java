package io.github.acrossexecutors.runner.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Printed;
import io.github.acrossexecutors.runner.fixture.FixtureTree;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The page of a chapter")
class ChapterViewTests {

    private final FixtureTree fixture;
    private final Path page;

    ChapterViewTests(@TempDir Path directory) {
        this.fixture = FixtureTree.in(directory);
        this.page = fixture.tree().texts().resolve("en/c99_fixture.md");
    }

    private static Outcome lost() {
        return new Outcome.Lost("It is gone.", "", new Outcome.Observed(List.of(), Printed.NOTHING, List.of()));
    }

    private void watch(ScriptedTerminal terminal) {
        new Watch(Course.open(fixture.tree().root()), terminal, terminal, new ScriptedJudge(request -> lost()), () -> 0)
                .loop();
        assertThat(terminal.finished()).as("the whole script was followed").isTrue();
    }

    @Test
    @DisplayName("is a key away, without its marks, its paragraphs broken anew and its diagram as it is")
    void isShown() {
        fixture.edit(
                page,
                "Whenever somebody asks how many.",
                "Whenever *somebody*\nasks **how many**.\n\n| you want | take |\n|---|---|\n| a count | `count` |");

        watch(new ScriptedTerminal(60, 40)
                .press("c")
                .waits(1)
                .sees(
                        "Counting\n\nThe idea\n\n  What is counted must be counted once.\n\n  one ──► 1 ──► 2\n",
                        "  - slate: where the count is written.",
                        "  Whenever somebody asks how many.\n\n  - you want \u2192 take\n  - a count \u2192 count\n",
                        "  - 9901 adds up.\n  - 9902 keeps count.")
                .press("c")
                .waits(1)
                .sees("Step 1 of 2", "It is gone.", "c chapter"));
    }

    @Test
    @DisplayName("is said to be missing where it is")
    void isMissing() {
        fixture.delete(page);

        watch(new ScriptedTerminal(60, 40).press("c").waits(1).sees("Step 1 of 2", "c99_fixture.md is missing"));
    }
}
