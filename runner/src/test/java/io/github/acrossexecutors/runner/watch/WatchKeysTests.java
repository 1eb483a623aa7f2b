package io.github.acrossexecutors.runner.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A key pressed in the watch")
class WatchKeysTests extends ScriptedWatch {

    WatchKeysTests(@TempDir Path directory) {
        super(directory);
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
    @DisplayName("quits on q from everywhere, and draws nothing twice")
    void quits() {
        ScriptedTerminal script = terminal.waits(9).press("lq");
        watch(script);

        assertThat(script.screens()).hasSize(3);
        assertThat(script.screens()).doesNotHaveDuplicates();
    }
}
