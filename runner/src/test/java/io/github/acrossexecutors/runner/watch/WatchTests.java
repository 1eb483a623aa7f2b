package io.github.acrossexecutors.runner.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.runner.timeline.Drawn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The watch")
class WatchTests extends ScriptedWatch {

    WatchTests(@TempDir Path directory) {
        super(directory);
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
    @DisplayName(
            "stays open while files are gone, as in the midst of a git pull: says which, and goes on when they are back")
    void filesOnTheMove() throws IOException {
        Path text = fixture.tree().text(fixture.addUp());
        byte[] content = Files.readAllBytes(text);
        Path hashes = fixture.tree().pristine();
        byte[] committed = Files.readAllBytes(hashes);

        watch(terminal.waits(1)
                .does(() -> fixture.delete(text))
                .sees("K9901.md is missing", "q quit")
                .press("h")
                .sees("K9901.md is missing")
                .does(() -> fixture.write(text, content))
                .press("l")
                .does(() -> fixture.delete(hashes))
                .sees("pristine.sha256 is missing")
                .does(() -> fixture.write(hashes, committed))
                .press(Key.Kind.ESCAPE)
                .sees("Step 1 of 2: K9901 Add up", "h hint")
                .seesNo("missing"));
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
}
