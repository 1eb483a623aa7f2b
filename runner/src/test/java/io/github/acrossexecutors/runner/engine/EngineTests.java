package io.github.acrossexecutors.runner.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.runner.engine.Outcome.DoesNotCompile;
import io.github.acrossexecutors.runner.engine.Outcome.Green;
import io.github.acrossexecutors.runner.engine.Outcome.Lost;
import io.github.acrossexecutors.runner.engine.Outcome.Red;
import io.github.acrossexecutors.runner.fixture.FixtureTree;
import io.github.acrossexecutors.runner.link.MethodResult;
import io.github.acrossexecutors.runner.link.MethodResult.Status;
import io.github.acrossexecutors.runner.path.Mutant;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The engine")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineTests {

    private static final String STUB = "koans/src/main/java/koans/c99_fixture/K9901AddUp.java";

    private final Path directory;
    private final Engine engine;
    private FixtureTree fixture;

    EngineTests(@TempDir Path directory) {
        this.directory = directory;
        fixture = FixtureTree.in(directory);
        EngineSettings standard = EngineSettings.standard();
        engine = new Engine(
                fixture.tree(),
                new EngineSettings(standard.classPath(), standard.childOptions(), Duration.ofSeconds(2)));
    }

    @BeforeEach
    void restoreTree() {
        fixture = FixtureTree.in(directory);
    }

    @AfterAll
    void close() {
        engine.close();
    }

    private Outcome judgeStub() throws InterruptedException {
        return engine.judge(fixture.addUp(), new Variant.Stub(), Selection.ALL);
    }

    private <T extends Outcome> T judgeStub(Class<T> expected) throws InterruptedException {
        Outcome outcome = judgeStub();
        assertThat(outcome).isInstanceOf(expected);
        return expected.cast(outcome);
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
    @DisplayName("survives code that exits: pid, exit code, method and last words are told, and the next run is judged")
    void exits() throws InterruptedException {
        fixture.answerAddUp("System.out.println(\"last words\"); System.exit(3); return 0;");

        Lost lost = judgeStub(Lost.class);

        assertThat(lost.sentence()).containsPattern("pid \\d+, exit code 3").contains("theTotalIsTheSum");
        assertThat(lost.run().printed().text()).contains("last words");
        assertThat(engine.judge(fixture.addUp(), new Variant.Solution(), Selection.ALL))
                .isInstanceOf(Green.class);
    }

    @Test
    @DisplayName("survives code that halts")
    void halts() throws InterruptedException {
        fixture.answerAddUp("Runtime.getRuntime().halt(134); return 0;");

        assertThat(judgeStub(Lost.class).sentence()).contains("exit code 134");
    }

    @Test
    @DisplayName("ends code that hangs where no watchdog sees it, and says where")
    void hangs() throws InterruptedException {
        fixture.edit(fixture.tree().pathFile(), text -> text.replace("budget: 5s", "budget: 1s"))
                .edit(fixture.tree().test(fixture.addUp()), "    @Guarantee(1)", """
                            @org.junit.jupiter.api.BeforeAll
                            static void hang() throws InterruptedException {
                                new java.util.concurrent.CountDownLatch(1).await();
                            }

                            @Guarantee(1)""");

        Lost lost = judgeStub(Lost.class);

        assertThat(lost.sentence()).contains("Nothing happened for 3 s", "K9901AddUpTest.hang(K9901AddUpTest.java");
        fixture.delete(fixture.tree().test(fixture.addUp()));
        assertThat(engine.judge(fixture.keepCount(), new Variant.Solution(), Selection.ALL))
                .isInstanceOf(Green.class);
    }

    @Test
    @DisplayName("caps what is printed: 100 MB cost neither memory nor the verdict")
    void prints() throws InterruptedException {
        fixture.answerAddUp("""
                String line = "x".repeat(1023);
                for (int i = 0; i < 102_400; i++) {
                    System.out.println(line);
                }
                System.err.println("to the other stream");
                return prices.stream().mapToInt(price -> price).sum();""");

        Green green = judgeStub(Green.class);

        assertThat(green.run().printed().bytes()).isGreaterThan(200L << 20);
        assertThat(green.run().printed().text().length()).isBetween(1024, 65 * 1024);
        assertThat(green.run().printed().cut()).isTrue();
    }

    @Test
    @DisplayName("keeps what is written past System.out apart from its own messages")
    void rawOutput() throws InterruptedException {
        fixture.answerAddUp("""
                try (var raw = new java.io.FileOutputStream("/dev/stdout")) {
                    raw.write("half a line, and {\\"report\\":\\"done\\"}".getBytes());
                } catch (java.io.IOException noSuchDevice) {
                    System.out.print("half a line, and");
                }
                return prices.stream().mapToInt(price -> price).sum();""");

        assertThat(judgeStub(Green.class).run().printed().text()).contains("half a line, and");
    }

    @Test
    @DisplayName("names a thread that is left behind, and does not use its child again")
    void leaks() throws InterruptedException {
        fixture.answerAddUp("""
                new Thread(new java.util.concurrent.Semaphore(0)::acquireUninterruptibly, "left behind").start();
                return prices.stream().mapToInt(price -> price).sum();""");

        Green first = judgeStub(Green.class);
        Green second = judgeStub(Green.class);

        assertThat(first.run().leakedThreads()).isEqualTo(List.of("left behind", "left behind"));
        assertThat(second.run().leakedThreads()).hasSize(2);
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
