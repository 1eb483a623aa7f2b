package io.github.acrossexecutors.runner.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.runner.fixture.FixtureTree;
import io.github.acrossexecutors.runner.path.KoanTree;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Breaks one thing at a time in a tree that is in order, and looks at which check notices. */
@DisplayName("The gate turns red, naming koan and rule,")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GateRuleTests {

    private final BrokenTree broken;
    private FixtureTree fixture;

    GateRuleTests(@TempDir Path directory) {
        broken = new BrokenTree(directory);
        fixture = broken.restore();
    }

    @BeforeEach
    void restoreTree() {
        fixture = broken.restore();
    }

    @AfterAll
    void close() {
        broken.close();
    }

    private KoanTree tree() {
        return fixture.tree();
    }

    @Test
    @DisplayName("never on a tree that is in order, not even in strict mode")
    void inOrder() {
        assertThat(broken.judge(true)).isEqualTo(new BrokenTree.Report(Map.of(), Map.of()));
    }

    @Test
    @DisplayName("when a lock is removed from a solution")
    void lockRemoved() {
        fixture.edit(tree().solution(fixture.keepCount()), "public synchronized void comeIn()", "public void comeIn()");

        assertThat(broken.failures())
                .containsOnlyKeys(
                        "K9902 solution: green",
                        "K9902 mutant 'takes no lock': killed by nobodyIsForgotten",
                        "K9902 mutant 'locks the writing only': killed by nobodyIsForgotten")
                .hasEntrySatisfying(
                        "K9902 solution: green",
                        message -> assertThat(message).contains("The slate says 1 after 2 came in"));
    }

    @Test
    @DisplayName("when a stub passes a test")
    void stubPasses() {
        fixture.answerAddUp("return 7;");

        assertThat(broken.failures())
                .containsOnlyKeys("K9901 stub: red, not yet written")
                .hasEntrySatisfying(
                        "K9901 stub: red, not yet written",
                        message -> assertThat(message)
                                .contains("theTotalIsTheSum (guarantee 1) PASSED", "nothingHasTheTotalZero"));
    }

    @Test
    @DisplayName("when a stub fails by something else than NotYetWritten")
    void stubFailsOtherwise() {
        fixture.answerAddUp("throw new IllegalStateException(\"other\");");

        assertThat(broken.failures().get("K9901 stub: red, not yet written")).contains("IllegalStateException other");
    }

    @Test
    @DisplayName("when a test method is emptied")
    void testEmptied() {
        fixture.edit(tree().test(fixture.addUp()), """
                        int total = K9901AddUp.total(List.of(1, 2, 4));
                        assertThat(total).withFailMessage(seen.as("total", total, 7)).isEqualTo(7);
                """, "");

        assertThat(broken.failures())
                .containsOnlyKeys(
                        "K9901 stub: red, not yet written",
                        "K9901 every test method can fail",
                        "K9901 every seen key of the text is used in the test, and no other",
                        "K9901 mutant 'takes the last price only': killed by theTotalIsTheSum");
    }

    @Test
    @DisplayName("when a test calls the solution and looks at nothing")
    void testWithoutAssertion() {
        fixture.edit(
                tree().test(fixture.addUp()),
                "assertThat(total).withFailMessage(seen.as(\"total\", total, 7)).isEqualTo(7);",
                "seen.as(\"total\", total, 7).get();");

        assertThat(broken.failures())
                .containsOnlyKeys(
                        "K9901 every test method can fail",
                        "K9901 mutant 'takes the last price only': killed by theTotalIsTheSum");
    }

    @Test
    @DisplayName("when a test method proves no guarantee")
    void strayTest() {
        fixture.edit(
                tree().test(fixture.addUp()),
                "    @Guarantee(2)\n",
                "    @org.junit.jupiter.api.Test\n    void stray() {}\n\n    @Guarantee(2)\n");

        assertThat(broken.failures().get("K9901 every guarantee has a test method, and every test method a guarantee"))
                .contains("[stray]");
    }

    @Test
    @DisplayName("when a hint is dropped")
    void hintDropped() {
        fixture.edit(tree().text(fixture.addUp()), "3. `int sum = 0;`, then `sum += price;` for each price.\n", "");

        assertThat(failuresBesideTheText().get("K9901 text")).contains("2 hints", "3");
    }

    /** A broken text fails its own check; those that compare something with it are skipped. */
    private Map<String, String> failuresBesideTheText() {
        return broken.judge(true).failed();
    }

    @Test
    @DisplayName("when a solution's method is renamed")
    void methodRenamed() {
        fixture.edit(tree().solution(fixture.addUp()), " total(", " sum(");

        assertThat(broken.failures())
                .containsKeys("K9901 signatures of stub and solution are equal", "K9901 solution: green")
                .hasEntrySatisfying(
                        "K9901 signatures of stub and solution are equal",
                        message -> assertThat(message)
                                .contains("only in the solution", "int K9901AddUp.sum(List<Integer> prices)"))
                .hasEntrySatisfying(
                        "K9901 solution: green",
                        message -> assertThat(message).contains("does not compile", "K9901AddUpTest.java"));
    }

    @Test
    @DisplayName("when a solution shows more than its stub")
    void moreVisible() {
        fixture.edit(tree().solution(fixture.addUp()), "    private K9901AddUp() {}\n", "");

        assertThat(broken.failures()).containsOnlyKeys("K9901 signatures of stub and solution are equal");
    }

    @Test
    @DisplayName("when the stub's comment says something else than the text")
    void commentDiffers() {
        fixture.edit(tree().stub(fixture.addUp()), "A small shop", "A large shop");

        assertThat(broken.failures()).containsOnlyKeys("K9901 stub comment says what the text says");
    }

    @Test
    @DisplayName("when a seen key is used that the text does not have under that guarantee")
    void seenKey() {
        fixture.edit(tree().text(fixture.addUp()), "   - `empty`: The", "   - `nothing`: The");

        assertThat(broken.failures())
                .containsKey("K9901 every seen key of the text is used in the test, and no other")
                .hasEntrySatisfying(
                        "K9901 every seen key of the text is used in the test, and no other",
                        message ->
                                assertThat(message).contains("2=only in the text [nothing], only in the test [empty]"));
    }

    @Test
    @DisplayName("when a guarantee has no test method")
    void guaranteeUntested() {
        fixture.edit(
                tree().text(fixture.keepCount()),
                "## Off limits",
                "2. Whoever comes in is counted once.\n\n## Off limits");

        assertThat(broken.failures())
                .containsOnlyKeys(
                        "K9902 every guarantee has a test method, and every test method a guarantee",
                        "K9902 stub comment says what the text says");
    }

    @Test
    @DisplayName("when a stub imports more than koans.api and the JDK")
    void foreignImport() {
        fixture.edit(
                        tree().stub(fixture.addUp()),
                        "import koans.api.NotYetWritten;",
                        "import koans.api.NotYetWritten;\nimport koans.kit.Seen;")
                .edit(
                        tree().stub(fixture.keepCount()),
                        "private int count;",
                        "private int count = org.assertj.core.util.Maps.class.hashCode();");

        assertThat(broken.failures())
                .containsOnlyKeys(
                        "K9901 stub uses koans.api and the JDK alone", "K9902 stub uses koans.api and the JDK alone")
                .hasEntrySatisfying(
                        "K9902 stub uses koans.api and the JDK alone",
                        message -> assertThat(message).contains("org.assertj.core.util.Maps"));
    }

    @Test
    @DisplayName("when a stub uses the process pool and is no koan about processes")
    void foreignPool() {
        String pool = "import koans.api.NotYetWritten;\nimport io.github.acrossexecutors.process.ProcessPool;";
        fixture.edit(tree().stub(fixture.addUp()), "import koans.api.NotYetWritten;", pool)
                .edit(tree().stub(fixture.keepCount()), "import koans.api.NotYetWritten;", pool)
                .edit(tree().pathFile(), "kind: structure", "kind: process");

        assertThat(broken.failures()).containsOnlyKeys("K9902 stub uses koans.api and the JDK alone");
    }

    @Test
    @DisplayName("when a stub or a test grows too long")
    void tooLong() {
        fixture.edit(tree().stub(fixture.addUp()), text -> text + "\n".repeat(41))
                .edit(tree().test(fixture.addUp()), text -> text + "\n".repeat(151));

        assertThat(broken.failures())
                .containsOnlyKeys("K9901 stub has at most 40 lines", "K9901 test has at most 150 lines");
    }

    @Test
    @DisplayName("when a mutant is alive, does not fit, or stands alone")
    void mutants() {
        fixture.edit(tree().mutants(fixture.addUp()), "killedBy: nothingHasTheTotalZero", "killedBy: theTotalIsGreen")
                .edit(tree().mutants(fixture.keepCount()), text -> text.substring(0, text.indexOf("- name: locks")))
                .edit(tree().mutants(fixture.keepCount()), "find: public synchronized void", "find: synchronized");

        assertThat(broken.failures())
                .containsOnlyKeys(
                        "K9901 at least 2 mutants, each of a test method",
                        "K9901 mutant 'begins with one': killed by theTotalIsGreen",
                        "K9902 at least 2 mutants, each of a test method",
                        "K9902 mutant 'takes no lock': killed by nobodyIsForgotten")
                .hasEntrySatisfying(
                        "K9902 mutant 'takes no lock': killed by nobodyIsForgotten",
                        message -> assertThat(message).contains("cannot be made"));
    }

    @Test
    @DisplayName("when a mutant is a right answer")
    void mutantAlive() {
        fixture.edit(tree().mutants(fixture.addUp()), "replace: int sum = 1;", "replace: int sum = 0 + 0;");

        assertThat(broken.failures())
                .containsOnlyKeys("K9901 mutant 'begins with one': killed by nothingHasTheTotalZero")
                .hasEntrySatisfying(
                        "K9901 mutant 'begins with one': killed by nothingHasTheTotalZero",
                        message -> assertThat(message).contains("expected nothingHasTheTotalZero to fail, seen green"));
    }
}
