package io.github.acrossexecutors.runner.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Printed;
import io.github.acrossexecutors.runner.engine.Variant;
import io.github.acrossexecutors.runner.fixture.FixtureTree;
import io.github.acrossexecutors.runner.link.MethodResult;
import io.github.acrossexecutors.runner.path.FileHash;
import io.github.acrossexecutors.runner.timeline.Drawn;
import io.github.acrossexecutors.runner.watch.Judge.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The watch alone: verdicts are made up, by what the learner's file says. */
@DisplayName("The watch")
class WatchTests {

    private static final String STUB = "koans/src/main/java/koans/c99_fixture/K9901AddUp.java";

    private final FixtureTree fixture;
    private final ScriptedTerminal terminal = new ScriptedTerminal(100, 40);
    private final ScriptedJudge judge = new ScriptedJudge(this::verdict);
    private long nanos;

    WatchTests(@TempDir Path directory) {
        this.fixture = FixtureTree.in(directory);
    }

    private Outcome verdict(Request request) {
        boolean mutant = request.variant() instanceof Variant.Mutant;
        boolean right =
                !mutant && content().contains("sum()") && request.entry().equals(fixture.addUp());
        Outcome.Observed run = new Outcome.Observed(List.of(), Printed.NOTHING, List.of());
        if (right) {
            remember();
            return new Outcome.Green(run);
        }
        MethodResult.Failure failure = new MethodResult.Failure(
                "org.opentest4j.AssertionFailedError",
                mutant ? "The total was 4 for prices that sum up to 7." : "Not yet written: add the prices up",
                23,
                16,
                !mutant);
        MethodResult first = new MethodResult("theTotalIsTheSum", 1, MethodResult.Status.FAILED, 3, failure);
        return new Outcome.Red(first, STUB + ":23", "K9901AddUpTest.java:16", run);
    }

    private String content() {
        try {
            Path stub = fixture.tree().stub(fixture.addUp());
            return Files.exists(stub) ? Files.readString(stub) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Course course() {
        return Course.open(fixture.tree().root());
    }

    private void remember() {
        // what Course.judge does when the engine says green
        String stub = FileHash.of(fixture.tree().stub(fixture.addUp()));
        String test = FileHash.of(fixture.tree().test(fixture.addUp()));
        fixture.write(
                fixture.tree().root().resolve(".learn/state.txt"),
                ("K9901 passed 0 told " + stub + " " + test + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void watch(ScriptedTerminal script) {
        new Watch(course(), script, script, judge, () -> nanos).loop();
        assertThat(script.finished()).as("the whole script was followed").isTrue();
    }

    private void answer() {
        fixture.answerAddUp("return prices.stream().mapToInt(price -> price).sum();");
    }

    @Test
    @DisplayName("shows where the drawing of a run is, once it is drawn")
    void timeline() {
        watch(terminal.waits(1)
                .sees("Not yet written")
                .seesNo("Timeline")
                .does(() -> judge.draws(new Drawn.There(Path.of("/tmp/report.html"), ".learn/timelines/report.html")))
                .does(() -> {})
                .sees("  Timeline   .learn/timelines/report.html"));
    }

    @Test
    @DisplayName("shows the first open koan: progress, step, story, the one message, the place, the keys")
    void firstScreen() {
        watch(terminal.waits(1)
                .sees(
                        "0 of 2 passed",
                        "Step 1 of 2: K9901 Add up",
                        "A small shop closes for the night.",
                        "Not yet written: add the prices up",
                        "Your code  " + STUB + ":23",
                        "Red in 0.31 s: guarantee 1",
                        "h hint",
                        "q quit"));
    }

    @Test
    @DisplayName("judges when the file is saved, and waits for the learner when it is green")
    void green() {
        watch(terminal.waits(1)
                .does(this::answer)
                .waits(12)
                .sees("1 of 2 passed", "Step 1 of 2: K9901", "Green.", "A sum of nothing is 0.", "n goes on")
                .press("n")
                .waits(1)
                .sees("Step 2 of 2: K9902 Keep count"));

        assertThat(judge.begun()).hasSize(3);
    }

    @Test
    @DisplayName("judges again when the test is saved, and on r; not while nothing changes")
    void runs() {
        watch(terminal.waits(5)
                .does(() -> assertThat(judge.begun()).hasSize(1))
                .does(() -> fixture.edit(fixture.tree().test(fixture.addUp()), text -> text + "\n"))
                .does(() -> assertThat(judge.begun()).hasSize(2))
                .sees("is not the test that came with")
                .press("r")
                .does(() -> assertThat(judge.begun()).hasSize(3)));
    }

    @Test
    @DisplayName("says for how long it has been judging, and begins anew when a save comes in between")
    void saveWhileJudging() {
        watch(terminal.does(() -> judge.hold(true))
                .press("r")
                .does(() -> nanos = 2_500_000_000L)
                .waits(1)
                .sees("Judging ... 2 s")
                .does(this::answer)
                .waits(1)
                .sees("Judging ... 0 s")
                .does(() -> judge.hold(false))
                .waits(2)
                .sees("Green."));
    }

    @Test
    @DisplayName("believes that a file is gone after some looks only, for editors save like that")
    void gone() {
        String content = content();
        Path stub = fixture.tree().stub(fixture.addUp());
        watch(terminal.waits(1)
                .does(() -> fixture.delete(stub))
                .waits(1)
                .does(() -> fixture.write(stub, content.getBytes(StandardCharsets.UTF_8)))
                .waits(Saves.LOOKS)
                .does(() -> assertThat(judge.begun()).hasSize(1))
                .does(() -> fixture.delete(stub))
                .waits(Saves.LOOKS)
                .does(() -> assertThat(judge.begun()).hasSize(2)));
    }

    @Test
    @DisplayName("gives one hint after another, and says when that was the last")
    void hints() {
        watch(terminal.press("h")
                .waits(1)
                .sees("Hint 1 of 3", "Where does a sum begin?")
                .seesNo("Hint 2")
                .press("hh")
                .waits(1)
                .sees("Hint 3 of 3", "int sum = 0;")
                .press("h")
                .waits(1)
                .sees("That was the last hint"));

        assertThat(course().progress().of("K9901").hints()).isEqualTo(3);
    }

    @Test
    @DisplayName("shows a solution after all hints and a question")
    void solution() {
        watch(terminal.press("s")
                .waits(1)
                .sees("3 hints are left")
                .press("hhhs")
                .waits(1)
                .sees("You have not solved it yet.", "y yes")
                .press("ns")
                .press("y")
                .waits(1)
                .sees("solutions/src/main/java/koans/c99_fixture/K9901AddUp.java", "sum += price;")
                .press("s")
                .waits(1)
                .sees("Step 1 of 2"));
    }

    @Test
    @DisplayName("lists the path, and goes where Enter is pressed")
    void list() {
        watch(terminal.press("l")
                .waits(1)
                .sees(">   1  K9901  Add up", "    2  K9902  Keep count", "not begun")
                .press(Key.Kind.DOWN)
                .waits(1)
                .sees(">   2  K9902")
                .press(Key.Kind.ENTER)
                .waits(1)
                .sees("Step 2 of 2: K9902")
                .press("p")
                .waits(1)
                .sees("Step 1 of 2: K9901"));
    }

    @Test
    @DisplayName("resets after a question only, and keeps what the learner wrote")
    void reset() {
        String before = content();
        watch(terminal.waits(1)
                .does(this::answer)
                .press("R")
                .waits(1)
                .sees("Bring " + STUB + " back as it came?")
                .press("x")
                .does(() -> assertThat(content()).isNotEqualTo(before))
                .press("Ry")
                .waits(1)
                .sees("What you wrote is kept in .learn/kept/K9901AddUp.java", "Not yet written"));

        assertThat(content()).isEqualTo(before);
        assertThat(fixture.tree().root().resolve(".learn/kept/K9901AddUp.java"))
                .content()
                .contains("sum()");
    }

    @Test
    @DisplayName("breaks a green koan: shows a wrong answer, asks, runs it, and tells what the test saw")
    void breakIt() {
        watch(terminal.press("b")
                .waits(1)
                .sees("First make it green.")
                .does(this::answer)
                .waits(2)
                .press("b")
                .waits(1)
                .sees(
                        "Break it, 1 of 2: takes the last price only",
                        "- sum += price;",
                        "+ sum = price;",
                        "Which guarantee does it break?")
                .press("12")
                .press(Key.Kind.BACKSPACE)
                .waits(1)
                .sees("Your answer, then Enter (Escape goes back): 1_")
                .press(Key.Kind.ENTER)
                .waits(2)
                .sees("You said: 1", "Right: 1. An equals sign where plus-equals was meant.", "The total was 4")
                .press("n")
                .waits(1)
                .sees("Break it, 2 of 2: begins with one")
                .press(Key.Kind.ESCAPE)
                .waits(1)
                .sees("Step 1 of 2", "Green."));
    }

    @Test
    @DisplayName("fits into 40 columns and 12 rows: the message comes first, the rest can be scrolled to")
    void narrow() {
        ScriptedTerminal small = new ScriptedTerminal(40, 12);
        watch(small.waits(1)
                .sees("Step 1 of 2: K9901 Add up", "Not yet written: add the prices up", "more lines")
                .seesNo("A small shop")
                .press(Key.Kind.DOWN)
                .press(Key.Kind.DOWN)
                .press(Key.Kind.DOWN)
                .press(Key.Kind.DOWN)
                .press(Key.Kind.DOWN)
                .waits(1)
                .sees("A small shop")
                .press("l")
                .waits(1)
                .sees("K9901"));
    }

    @Test
    @DisplayName("takes a terminal of 10 columns and 3 rows without a word")
    void tiny() {
        watch(new ScriptedTerminal(10, 3).press("hhhslb").waits(1));
    }

    @Test
    @DisplayName("quits on q from everywhere, and draws nothing twice")
    void quits() {
        ScriptedTerminal script = terminal.waits(9).press("lq");
        watch(script);

        assertThat(script.screens()).hasSize(3);
        assertThat(script.screens()).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("says below the keys that nothing can be written down, and goes on")
    void unwritable() {
        fixture.write(fixture.tree().root().resolve(".learn"), new byte[0]);

        watch(terminal.press("h")
                .waits(1)
                .sees("Hint 1 of 3", "Note: What you reach is not written down", ".learn is there already"));
    }

    @Test
    @DisplayName("shows what another terminal has reached")
    void twoTerminals() {
        watch(terminal.waits(1)
                .does(() -> course().progress().change("K9901", koan -> koan.hinted(2)))
                .waits(11)
                .sees("Hint 2 of 3"));
    }
}
