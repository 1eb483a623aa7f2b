package io.github.acrossexecutors.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.runner.fixture.FixtureTree;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("learn")
class LearnTests {

    private static final String STUB = "koans/src/main/java/koans/c99_fixture/K9901AddUp.java";
    private static final String RIGHT = "return prices.stream().mapToInt(price -> price).sum();";

    private final Path directory;
    private final FixtureTree fixture;
    private Optional<Boolean> answer = Optional.empty();
    private String told = "";

    LearnTests(@TempDir Path directory) {
        this.directory = directory;
        this.fixture = FixtureTree.in(directory);
    }

    private int learn(String... args) {
        return learnIn(directory, false, args);
    }

    private int learnIn(Path start, boolean colour, String... args) {
        StringWriter text = new StringWriter();
        Output output = new Output(new PrintWriter(text), false, colour);
        int status = Learn.run(new Desk(start, output, new Desk.Typed("./learn", "%s"), question -> answer), args);
        told = text.toString();
        return status;
    }

    private void solveKeepCount() {
        fixture.edit(
                fixture.tree().stub(fixture.keepCount()),
                text -> text.replace("public void comeIn", "public synchronized void comeIn")
                        .replaceFirst("throw new NotYet.*", "int read = count; seam.pass(); count = read + 1;"));
    }

    @Test
    @DisplayName("stops at the first red koan: step, story, the one message, place, the way to a hint")
    void firstRed() {
        assertThat(learn()).isEqualTo(1);

        assertThat(told)
                .contains(
                        "0 of 2 koans passed.",
                        "Step 1 of 2: K9901 Add up",
                        "A small shop closes for the night.",
                        "Not yet written: add the prices up",
                        STUB + ":23",
                        "Stuck? `./learn hint`")
                .doesNotContain("K9902", "\u001b", "K9901AddUpTest");
    }

    @Test
    @DisplayName("tells the story once")
    void storyOnce() {
        learn();
        learn();

        assertThat(told).contains("Step 1 of 2").doesNotContain("A small shop");
    }

    @Test
    @DisplayName("walks on over what is solved, from a directory below the root too, and congratulates at the end")
    void walksOn() {
        fixture.answerAddUp(RIGHT);
        assertThat(learnIn(directory.resolve("koans/text"), false)).isEqualTo(1);
        assertThat(told).contains("Step 1 of 2: K9901", "Green.", "A sum of nothing is 0.", "Step 2 of 2: K9902");

        solveKeepCount();
        assertThat(learn()).isZero();
        assertThat(told).contains("1 of 2 koans passed.", "Congratulations").doesNotContain("Judging K9901");

        assertThat(learn()).isZero();
        assertThat(told).contains("2 of 2 koans passed.").doesNotContain("Judging");
    }

    @Test
    @DisplayName("judges a solved koan again when its test has changed, and keeps it passed while only its file has")
    void judgesAgain() {
        fixture.answerAddUp(RIGHT);
        solveKeepCount();
        learn();

        fixture.edit(fixture.tree().stub(fixture.addUp()), RIGHT, "return 4;");
        assertThat(learn()).isZero();
        assertThat(told).contains("2 of 2 koans passed.");

        fixture.edit(fixture.tree().test(fixture.addUp()), "List.of(1, 2, 4)", "List.of(1, 2, 5)");

        assertThat(learn()).isEqualTo(1);
        assertThat(told).contains("1 of 2 koans passed.", "The total was 4 for prices that sum up to 7.");
    }

    @Test
    @DisplayName("shows the message of a failed guarantee, the learner's line and the test's")
    void failedGuarantee() {
        fixture.answerAddUp("return prices.size() + 4;");

        assertThat(learn("run", "9901")).isEqualTo(1);

        assertThat(told)
                .contains(
                        "passed   1. The total is the sum of all prices.",
                        "failed   2. A day without prices has the total 0.",
                        "The total was 4. Usually the sum begins with something else than nothing.",
                        "Your code  " + STUB + ":22",
                        "The test   koans/src/test/java/koans/c99_fixture/K9901AddUpTest.java:");
    }

    @Test
    @DisplayName("says which guarantee an exception of the learner's code broke, and in which line")
    void exception() {
        fixture.answerAddUp("return prices.get(7);");

        assertThat(learn()).isEqualTo(1);

        assertThat(told)
                .contains(
                        "Guarantee 1: The total is the sum of all prices.",
                        "Your code threw ArrayIndexOutOfBoundsException",
                        STUB + ":22");
    }

    @Test
    @DisplayName("shows a type error in the learner's file, under a caret, and nothing else")
    void typeError() {
        fixture.answerAddUp("return \"seven\";");

        assertThat(learn()).isEqualTo(1);

        assertThat(told)
                .contains(
                        "Your file does not compile:",
                        "  " + STUB + ":22",
                        "incompatible types: String cannot be converted to int",
                        "          return \"seven\";\n                 ^\n")
                .doesNotContainIgnoringCase("maven")
                .doesNotContain("K9901AddUpTest");
    }

    @Test
    @DisplayName("shows what the code printed, and that it ended its JVM")
    void exits() {
        fixture.answerAddUp("System.out.println(\"so long\"); System.exit(9); return 0;");

        assertThat(learn()).isEqualTo(1);

        assertThat(told).contains("exit code 9", "  | so long");
    }

    @Test
    @DisplayName("gives one hint after another, then the way to a solution")
    void hints() {
        for (String hint : new String[] {"Where does a sum begin?", "A loop over the prices", "int sum = 0;"}) {
            assertThat(learn("hint")).isZero();
            assertThat(told).contains(hint).doesNotContain("./learn solution");
        }
        learn("hint");

        assertThat(told).contains("hint 3 of 3", "./learn solution K9901");
        assertThat(learn("hint", "k9902")).isZero();
        assertThat(told).contains("K9902 Keep count, hint 1 of 3", "What if the other door reads now?");
    }

    @Test
    @DisplayName("lists the path with its states")
    void list() {
        fixture.answerAddUp(RIGHT);
        learn();
        assertThat(learn("list")).isZero();
        assertThat(told)
                .containsPattern("  +1  K9901  Add up +passed")
                .containsPattern("> +2  K9902  Keep count +not begun");

        fixture.edit(fixture.tree().stub(fixture.keepCount()), "// TODO", "// so far");
        learn("list");
        assertThat(told).containsPattern("K9902  Keep count +in progress");
    }

    @Test
    @DisplayName("explains itself anywhere, and knows its version")
    void help(@TempDir Path elsewhere) {
        assertThat(learnIn(elsewhere, false, "--help")).isZero();
        assertThat(told)
                .contains("Usage: learn", "hint", "list", "run", "Exit codes:")
                .doesNotContain("pristine");

        assertThat(learnIn(elsewhere, false, "--version")).isZero();
        assertThat(told).containsPattern("Across Executors \\d+\\.\\d+");
    }

    @Test
    @DisplayName("ends with 2 when the command line makes no sense")
    void usage() {
        assertThat(learn("hnit")).isEqualTo(2);
        assertThat(told).contains("hnit");
        assertThat(learn("reset")).isEqualTo(2);
        assertThat(told).contains("Which koan?");
        assertThat(learn("run", "K0001")).isEqualTo(2);
        assertThat(told).contains("There is no koan `K0001`. Did you mean K9901 (AddUp)?");
    }

    @Test
    @DisplayName("ends with 3 and one sentence when something else than the learner's code is broken")
    void broken(@TempDir Path elsewhere) {
        assertThat(learnIn(elsewhere, false)).isEqualTo(3);
        assertThat(told).contains("There are no koans here").doesNotContain("\tat ");

        fixture.delete(fixture.tree().stub(fixture.addUp()));
        assertThat(learn()).isEqualTo(3);
        assertThat(told)
                .contains(
                        "Not your fault: K9901: " + STUB + " is missing;",
                        "`git checkout -- " + STUB + "` brings it back.");

        fixture.delete(fixture.tree().text(fixture.addUp()));
        assertThat(learn()).isEqualTo(3);
        assertThat(told).contains("koans/text/en/K9901.md is missing").doesNotContain("\tat ");
    }

    @Test
    @DisplayName("says which text is broken")
    void brokenText() {
        fixture.edit(fixture.tree().text(fixture.addUp()), "## Hints", "## Tips");

        assertThat(learn("hint")).isEqualTo(3);
        assertThat(told).contains("koans/text/en/K9901.md", "Tips");
    }

    @Test
    @DisplayName("says what to do when its own memory is garbled")
    void garbled() {
        learn("hint");
        fixture.write(directory.resolve(".learn/state.txt"), "{".getBytes(StandardCharsets.UTF_8));

        assertThat(learn()).isEqualTo(3);
        assertThat(told).contains(".learn/state.txt, line 1", "mend or delete the line");
    }

    @Test
    @DisplayName("records the stubs as pristine for contributors")
    void pristine() {
        fixture.answerAddUp(RIGHT);

        assertThat(learn("pristine")).isZero();

        assertThat(told).contains("solutions/pristine.sha256 lists 2 stubs and their tests.");
        learn("list");
        assertThat(told).containsPattern("K9901  Add up +not begun");
    }

    @Test
    @DisplayName("shows colour where it is wanted only")
    void colour() {
        learnIn(directory, true);
        assertThat(told).contains("\u001b[31m");

        assertThat(Output.wantsColour(Map.of())).isTrue();
        assertThat(Output.wantsColour(Map.of("NO_COLOR", "1"))).isFalse();
        assertThat(Output.wantsColour(Map.of("NO_COLOR", ""))).isTrue();
        assertThat(Output.wantsColour(Map.of("TERM", "dumb"))).isFalse();
    }
}
