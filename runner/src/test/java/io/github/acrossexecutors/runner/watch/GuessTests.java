package io.github.acrossexecutors.runner.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Printed;
import io.github.acrossexecutors.runner.fixture.FixtureTree;
import io.github.acrossexecutors.runner.path.FileHash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A koan that asks for a prediction")
class GuessTests {

    private static final String QUESTION = "How long do three prices take?";

    private final FixtureTree fixture;
    private final ScriptedTerminal terminal = new ScriptedTerminal(100, 40);
    private final ScriptedJudge judge = new ScriptedJudge(request -> outcome());
    private boolean right;

    GuessTests(@TempDir Path directory) {
        this.fixture = FixtureTree.in(directory);
    }

    @BeforeEach
    void askForOne() {
        fixture.edit(
                fixture.tree().text(fixture.addUp()),
                "## Guarantees",
                "## Prediction\n\n" + QUESTION + "\n\n1. a second\n2. a minute\n\nAnswer 1: We measured 0.9 s.\n\n"
                        + "## Guarantees");
    }

    private Outcome outcome() {
        Outcome.Observed run = new Outcome.Observed(List.of(), Printed.NOTHING, List.of());
        return right ? new Outcome.Green(run) : new Outcome.Lost("Your code ended its JVM.", "", run);
    }

    private Course course() {
        return Course.open(fixture.tree().root());
    }

    private OptionalInt guess() {
        return course().progress().of("K9901").guess();
    }

    private void watch() {
        new Watch(course(), terminal, terminal, judge, () -> 0).loop();
        assertThat(terminal.finished()).as("the whole script was followed").isTrue();
    }

    private void becomesRight() {
        right = true;
    }

    @Test
    @DisplayName("asks before story and verdict are seen, takes only its own answers, and asks once")
    void asksFirst() {
        terminal.waits(2)
                .sees("Step 1 of 2: K9901 Add up", QUESTION, "1  a second", "2  a minute", "1 to 2 your guess")
                .seesNo("A small shop")
                .seesNo("ended its JVM")
                .seesNo("Red in")
                .press("3x0hsbR")
                .waits(1)
                .sees(QUESTION)
                .press("2")
                .waits(1)
                .sees("A small shop", "Your code ended its JVM.", "h hint")
                .seesNo(QUESTION)
                .does(() -> assertThat(guess()).hasValue(2))
                .press("r")
                .waits(2)
                .seesNo(QUESTION);
        watch();
    }

    @Test
    @DisplayName("says once it is green what was predicted and what is so")
    void tells() {
        terminal.press("2")
                .does(this::becomesRight)
                .press("r")
                .waits(2)
                .sees(
                        "Green.",
                        "Before you began: " + QUESTION,
                        "You guessed: a minute",
                        "In fact: a second. We measured 0.9 s.");
        watch();
    }

    @Test
    @DisplayName("says so if the guess was right")
    void tellsThatItIsRight() {
        terminal.press("1")
                .does(this::becomesRight)
                .press("r")
                .waits(2)
                .sees("You guessed: a second", "Right: a second.");
        watch();
    }

    @Test
    @DisplayName("goes on without a guess on Enter, and tells the answer all the same")
    void goesOnWithout() {
        terminal.press(Key.Kind.ENTER)
                .waits(1)
                .sees("A small shop")
                .does(() -> assertThat(guess()).hasValue(0))
                .does(this::becomesRight)
                .press("r")
                .waits(2)
                .sees("Before you began: " + QUESTION, "In fact: a second.")
                .seesNo("You guessed");
        watch();
    }

    @Test
    @DisplayName("can be left and come back to unanswered, and asks nothing of whoever has it green already")
    void leavesAndComesBack() {
        terminal.press("l")
                .waits(1)
                .sees(">   1  K9901")
                .press("l")
                .waits(1)
                .sees(QUESTION)
                .press("n")
                .press("p")
                .waits(1)
                .sees(QUESTION)
                .does(() -> assertThat(guess()).isEmpty())
                .does(this::becomesRight)
                .press("np")
                .waits(2)
                .sees("Green.", "A sum of nothing is 0.")
                .seesNo(QUESTION)
                .press("q");
        watch();
    }

    @Test
    @DisplayName("asks nothing of whoever passed it before, not even while it is judged")
    void passedBefore() {
        String hashes = FileHash.of(fixture.tree().stub(fixture.addUp())) + " "
                + FileHash.of(fixture.tree().test(fixture.addUp()));
        course();
        fixture.write(
                fixture.tree().root().resolve(".learn/state.txt"),
                ("K9901 passed 0 told " + hashes + "\n").getBytes(StandardCharsets.UTF_8));

        terminal.does(() -> judge.hold(true))
                .press("n")
                .press("p")
                .waits(1)
                .sees("Step 1 of 2", "A small shop", "Judging")
                .seesNo(QUESTION);
        watch();
    }

    @Test
    @DisplayName("fits into 40 columns and 12 rows")
    void narrow() {
        ScriptedTerminal small = new ScriptedTerminal(40, 12);
        new Watch(course(), small, small, judge, () -> 0).loop();
        assertThat(small.screen()).contains("K9901", QUESTION, "2  a minute", "your guess");
    }
}
