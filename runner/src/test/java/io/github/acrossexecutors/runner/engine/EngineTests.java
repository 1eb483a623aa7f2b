package io.github.acrossexecutors.runner.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.runner.engine.Outcome.DoesNotCompile;
import io.github.acrossexecutors.runner.engine.Outcome.Green;
import io.github.acrossexecutors.runner.engine.Outcome.Red;
import io.github.acrossexecutors.runner.link.MethodResult;
import io.github.acrossexecutors.runner.link.MethodResult.Status;
import io.github.acrossexecutors.runner.path.Mutant;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The engine")
class EngineTests extends JudgedStub {

    private static final String STUB = "koans/src/main/java/koans/c99_fixture/K9901AddUp.java";

    EngineTests(@TempDir Path directory) {
        super(directory);
    }

    @Test
    @DisplayName("finds a stub red, not yet written, at the stub's own line, for every guarantee")
    void stub() throws InterruptedException {
        Red red = judgeStub(Red.class);

        assertThat(red.first().guarantee()).isEqualTo(1);
        assertThat(red.first().method()).isEqualTo("theTotalIsTheSum");
        assertThat(red.first().failure().message()).contains("add the prices up");
        assertThat(red.place()).isEqualTo(STUB + ":23");
        assertThat(red.run().results())
                .hasSize(2)
                .allMatch(result -> result.failure().notYetWritten());
    }

    @Test
    @DisplayName("finds solutions green, one after another in the same child")
    void solutions() throws InterruptedException {
        for (int round = 0; round < 3; round++) {
            Outcome addUp = engine.judge(fixture.addUp(), new Variant.Solution(), Selection.ALL);
            Outcome keepCount = engine.judge(fixture.keepCount(), new Variant.Solution(), Selection.ALL);

            assertThat(addUp)
                    .isInstanceOfSatisfying(
                            Green.class,
                            green -> assertThat(green.run().results())
                                    .extracting(MethodResult::guarantee, MethodResult::status)
                                    .containsExactly(
                                            org.assertj.core.groups.Tuple.tuple(1, Status.PASSED),
                                            org.assertj.core.groups.Tuple.tuple(2, Status.PASSED)));
            assertThat(keepCount).isInstanceOf(Green.class);
        }
    }

    @Test
    @DisplayName("runs a mutant's killer alone")
    void mutant() throws InterruptedException {
        Mutant mutant = Mutant.read(fixture.tree(), fixture.addUp()).get(1);

        Outcome outcome = engine.judge(fixture.addUp(), new Variant.Mutant(mutant), Selection.only(mutant.killedBy()));

        assertThat(outcome).isInstanceOfSatisfying(Red.class, red -> {
            assertThat(red.run().results()).extracting(MethodResult::method).containsExactly("nothingHasTheTotalZero");
            assertThat(red.first().failure().message()).contains("The total was 1. Usually");
        });
    }

    @Test
    @DisplayName("points to the learner's code and to the test when an assertion fails")
    void place() throws InterruptedException {
        fixture.answerAddUp("return 5;");

        Red red = judgeStub(Red.class);

        assertThat(red.place()).isEqualTo(STUB + ":22");
        assertThat(red.testPlace()).isEqualTo("koans/src/test/java/koans/c99_fixture/K9901AddUpTest.java:16");
    }

    @Test
    @DisplayName("stops at the first red guarantee when asked to")
    void firstRed() throws InterruptedException {
        Outcome outcome = engine.judge(fixture.addUp(), new Variant.Stub(), Selection.UNTIL_FIRST_RED);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Red.class, red -> assertThat(red.run().results()).hasSize(1));
    }

    @Test
    @DisplayName("names the line of the learner's file that javac refuses")
    void doesNotCompile() throws InterruptedException {
        fixture.answerAddUp("return \"seven\";");

        DoesNotCompile refused = judgeStub(DoesNotCompile.class);

        assertThat(refused.inJudgedFile()).isTrue();
        assertThat(refused.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo(STUB + ":22");
            assertThat(problem.column()).isEqualTo(16);
            assertThat(problem.message()).contains("String cannot be converted to int");
            assertThat(problem.sourceLine()).contains("return \"seven\";");
        });
    }

    @Test
    @DisplayName("tells a changed signature from a mistake in the learner's file")
    void changedSignature() throws InterruptedException {
        fixture.answerAddUp("return 0;").edit(fixture.tree().stub(fixture.addUp()), " total(", " sum(");

        DoesNotCompile refused = judgeStub(DoesNotCompile.class);

        assertThat(refused.inJudgedFile()).isFalse();
        assertThat(refused.problems().get(0).file()).endsWith("K9901AddUpTest.java");
    }

    @Test
    @DisplayName("names line and byte of a file that is not UTF-8")
    void notUtf8() throws InterruptedException {
        fixture.write(fixture.tree().stub(fixture.addUp()), "ok\n\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(judgeStub(DoesNotCompile.class).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo(STUB + ":2");
            assertThat(problem.message()).contains("not UTF-8", "byte 4 is 0xE9");
        });
    }

    @Test
    @DisplayName("says how to bring an emptied file back")
    void empty() throws InterruptedException {
        fixture.write(fixture.tree().stub(fixture.addUp()), "\n \n".getBytes(StandardCharsets.UTF_8));

        assertThat(judgeStub(DoesNotCompile.class).problems().get(0).message())
                .contains("empty", "git checkout -- " + STUB);
    }

    @Test
    @DisplayName("accepts a byte order mark and Windows line ends")
    void windows() throws InterruptedException {
        fixture.answerAddUp("return prices.stream().mapToInt(price -> price).sum();")
                .edit(fixture.tree().stub(fixture.addUp()), text -> "\uFEFF" + text.replace("\n", "\r\n"));

        judgeStub(Green.class);
    }

    @Test
    @DisplayName("says which file is missing, and whose koan it is")
    void missing() throws InterruptedException {
        fixture.delete(fixture.tree().test(fixture.addUp()));

        Outcome.Broken broken = judgeStub(Outcome.Broken.class);

        assertThat(broken.sentence()).contains("K9901", "K9901AddUpTest.java is missing");
    }

    @Test
    @DisplayName("does not judge on fewer processors than a koan needs")
    void tooFewCores() throws InterruptedException {
        fixture.edit(fixture.tree().pathFile(), text -> text.replaceFirst("minCores: 1", "minCores: 4096"));

        assertThat(judgeStub(Outcome.NotJudged.class).reason()).contains("K9901 needs 4096 processors");
    }

    @Test
    @DisplayName("gives every run its own statics")
    void statics() throws InterruptedException {
        fixture.edit(
                        fixture.tree().solution(fixture.addUp()),
                        "int sum = 0;",
                        "int sum = 0;\n        if (runs++ > 1) { throw new IllegalStateException(); }")
                .edit(
                        fixture.tree().solution(fixture.addUp()),
                        "    /** Adds",
                        "    private static int runs;\n\n    /** Adds");

        for (int round = 0; round < 2; round++) {
            assertThat(engine.judge(fixture.addUp(), new Variant.Solution(), Selection.ALL))
                    .isInstanceOf(Green.class);
        }
    }
}
