package io.github.acrossexecutors.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.runner.fixture.FixtureTree;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Without a terminal, learn")
class CommandTests {

    private static final String RIGHT = "return prices.stream().mapToInt(price -> price).sum();";

    private final Path directory;
    private final FixtureTree fixture;
    private Optional<Boolean> answer = Optional.empty();
    private String told = "";

    CommandTests(@TempDir Path directory) {
        this.directory = directory;
        this.fixture = FixtureTree.in(directory);
    }

    private int learn(String... args) {
        StringWriter text = new StringWriter();
        Output output = new Output(new PrintWriter(text), false, false);
        Desk desk = new Desk(directory, output, new Desk.Typed("./learn", "%s"), question -> answer);
        int status = Learn.run(desk, args);
        told = text.toString();
        return status;
    }

    @Test
    @DisplayName("check judges everything, takes back what is red now, and trusts no edited test")
    void check() {
        fixture.answerAddUp(RIGHT);
        assertThat(learn("check")).isEqualTo(1);
        assertThat(told)
                .containsPattern("K9901  Add up +green\\R")
                .containsPattern("K9902  Keep count +red, guarantee 1  koans/src/main/java/\\S+KeepCount.java:\\d+")
                .contains("2 koans: 1 green, 1 red.");
        learn("list");
        assertThat(told).containsPattern("Add up +passed");

        fixture.edit(fixture.tree().test(fixture.addUp()), text -> text + "// mine\n");
        learn("list");
        assertThat(told).containsPattern("Add up +in progress, test edited");
        assertThat(learn("check")).isEqualTo(1);
        assertThat(told).contains("1 red, 1 green with an edited test");
    }

    @Test
    @DisplayName("run draws what threads were seen doing, and says where")
    void timeline() {
        fixture.answerAddUp(RIGHT)
                .edit(
                        fixture.tree().test(fixture.addUp()),
                        text -> text.replaceFirst(
                                "(void theTotalIsTheSum\\(.*?\\{)",
                                "$1 koans.kit.Hold hold = new koans.kit.Hold(); hold.letGo(); hold.stay(); hold.stay();"));
        learn("run", "9901");

        assertThat(told).contains("  Timeline   .learn/timelines/K9901/report.html");
        assertThat(directory.resolve(".learn/timelines/K9901/report.html"))
                .content()
                .contains("caller #", "K9901, 1. The total is the sum");
    }

    @Test
    @DisplayName("reset wants to be confirmed: a yes, or --yes where nobody can be asked")
    void reset() {
        learn("list");
        fixture.answerAddUp(RIGHT);

        assertThat(learn("reset", "9901")).isEqualTo(2);
        assertThat(told).contains("`./learn reset --yes K9901` does it without");
        answer = Optional.of(false);
        assertThat(learn("reset", "9901")).isZero();
        assertThat(told).contains("Nothing was changed.");
        answer = Optional.of(true);
        assertThat(learn("reset", "9901")).isZero();
        assertThat(told).contains("K9901 is as it came.", ".learn/kept/K9901AddUp.java");
        assertThat(learn("reset", "--yes", "9901")).isZero();
    }

    @Test
    @DisplayName("solution comes after all hints and a question")
    void solution() {
        assertThat(learn("solution", "9901")).isEqualTo(2);
        assertThat(told).contains("3 hints are left");
        for (int i = 0; i < 3; i++) {
            learn("hint", "9901");
        }
        assertThat(learn("solution", "9901")).isEqualTo(2);
        assertThat(told).contains("solution --yes K9901");
        assertThat(learn("solution", "--yes", "9901")).isZero();
        assertThat(told).contains("solutions/src/main/java/koans/c99_fixture/K9901AddUp.java", "sum += price;");
    }

    @Test
    @DisplayName("doctor tells Java, processors, and what was edited")
    void doctor() {
        fixture.edit(fixture.tree().test(fixture.addUp()), text -> text + "// mine\n");

        assertThat(learn("doctor")).isZero();
        assertThat(told)
                .contains("Java        " + Runtime.version())
                .containsPattern("Processors  \\d+; this process got \\d+ % of them")
                .contains("0 of 2 koans passed, in .learn", "green counts for nothing: K9901.");

        fixture.delete(fixture.tree().stub(fixture.addUp()));
        assertThat(learn("doctor")).isEqualTo(3);
        assertThat(told).contains("K9901AddUp.java is missing");
    }

    @Test
    @DisplayName("update says what it does, and what to do where git has nothing to give")
    void update(@TempDir Path newer) {
        FixtureTree.in(newer);

        assertThat(learn("update", newer.toString())).isZero();
        assertThat(told).contains("Everything is as in the newer copy.");
        assertThat(learn("update")).isEqualTo(3);
        assertThat(told).contains("`learn update FOLDER`");
    }

    @Test
    @DisplayName("watch is refused, and says what there is instead")
    void watch() {
        assertThat(learn("watch")).isEqualTo(2);
        assertThat(told).contains("To watch needs a terminal", "`./learn run`");
    }

    @Test
    @DisplayName("goes on where nothing can be written down, and says so")
    void readOnly() {
        fixture.write(directory.resolve(".learn"), new byte[0]);

        assertThat(learn("hint")).isZero();
        assertThat(told).contains("Where does a sum begin?", "Note: What you reach is not written down");
    }

    @Test
    @DisplayName("says in plain words what javac means")
    void plainWords() {
        fixture.answerAddUp("int sum = 0; prices.forEach(price -> sum += price); return sum;");

        assertThat(learn("run")).isEqualTo(1);
        assertThat(told)
                .contains(
                        "local variables referenced from a lambda expression must be final or effectively final",
                        "^",
                        "Copy the");
    }

    @Test
    @DisplayName("says what to do when the class was renamed, or its file")
    void renamed() {
        Path stub = fixture.tree().stub(fixture.addUp());
        fixture.edit(stub, text -> text.replace("K9901AddUp", "AddUp"));
        assertThat(learn("run")).isEqualTo(1);
        assertThat(told).contains("class AddUp is public", "give it that name again");

        fixture.write(stub.resolveSibling("AddUp.java"), new byte[0]).delete(stub);
        assertThat(learn("run")).isEqualTo(3);
        assertThat(told).contains("K9901AddUp.java is missing");
        assertThat(learn("list")).isZero();
        assertThat(told).containsPattern("K9901  Add up +file missing");
    }

    @Test
    @DisplayName("is not deceived by a learner's class that is named like one of the kit's")
    void shadows() {
        fixture.answerAddUp("return 8;")
                .edit(
                        fixture.tree().stub(fixture.addUp()),
                        text -> text
                                + "class Seen { }\n@interface Guarantee { int value(); }\n@interface Koan { }\nclass Assertions { }\n");

        assertThat(learn("run", "9901")).isEqualTo(1);
        assertThat(told).contains("The total was 8 for prices that sum up to 7.");
    }
}
