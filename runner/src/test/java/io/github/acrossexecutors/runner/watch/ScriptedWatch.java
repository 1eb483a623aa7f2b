package io.github.acrossexecutors.runner.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Printed;
import io.github.acrossexecutors.runner.engine.Variant;
import io.github.acrossexecutors.runner.fixture.FixtureTree;
import io.github.acrossexecutors.runner.link.MethodResult;
import io.github.acrossexecutors.runner.path.FileHash;
import io.github.acrossexecutors.runner.watch.Judge.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The watch alone: verdicts are made up, by what the learner's file says. */
abstract class ScriptedWatch {

    static final String STUB = "koans/src/main/java/koans/c99_fixture/K9901AddUp.java";

    final FixtureTree fixture;
    final ScriptedTerminal terminal = new ScriptedTerminal(100, 40);
    final ScriptedJudge judge = new ScriptedJudge(this::verdict);
    long nanos;

    ScriptedWatch(Path directory) {
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

    final String content() {
        try {
            Path stub = fixture.tree().stub(fixture.addUp());
            return Files.exists(stub) ? Files.readString(stub) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    final Course course() {
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

    final void watch(ScriptedTerminal script) {
        new Watch(course(), script, script, judge, () -> nanos).loop();
        assertThat(script.finished()).as("the whole script was followed").isTrue();
    }

    final void answer() {
        fixture.answerAddUp("return prices.stream().mapToInt(price -> price).sum();");
    }
}
