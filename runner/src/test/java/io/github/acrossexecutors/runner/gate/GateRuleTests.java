package io.github.acrossexecutors.runner.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.runner.engine.Engine;
import io.github.acrossexecutors.runner.fixture.FixtureTree;
import io.github.acrossexecutors.runner.path.KoanTree;
import io.github.acrossexecutors.runner.path.Pristine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** Breaks one thing at a time in a tree that is in order, and looks at which check notices. */
@DisplayName("The gate turns red, naming koan and rule,")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GateRuleTests {

    private final Path directory;
    private final Engine engine;
    private FixtureTree fixture;

    GateRuleTests(@TempDir Path directory) {
        this.directory = directory;
        fixture = FixtureTree.in(directory);
        engine = new Engine(fixture.tree());
    }

    @BeforeEach
    void restoreTree() {
        fixture = FixtureTree.in(directory);
    }

    @AfterAll
    void close() {
        engine.close();
    }

    private KoanTree tree() {
        return fixture.tree();
    }

    /**
     * What every check came to: nothing for those that hold.
     *
     * @param failed message by check
     * @param aborted message by check
     */
    private record Report(Map<String, String> failed, Map<String, String> aborted) {}

    private Report judge(boolean strict) {
        Report report = new Report(new TreeMap<>(), new TreeMap<>());
        new Gate(tree(), engine, strict)
                .checks().values().stream().flatMap(List::stream).forEach(check -> look(check, report));
        return report;
    }

    private static void look(Check check, Report report) {
        try {
            check.run();
        } catch (TestAbortedException aborted) {
            report.aborted().put(check.name(), String.valueOf(aborted.getMessage()));
        } catch (Throwable failed) {
            report.failed().put(check.name(), String.valueOf(failed.getMessage()));
        }
    }

    /** The only failures there are, with nothing skipped; committed hashes are taken after the test's edit. */
    private Map<String, String> failures() {
        Pristine.of(tree(), fixture.path()).write(tree());
        Report report = judge(true);
        assertThat(report.aborted()).isEmpty();
        report.failed().forEach((name, message) -> assertThat(message).startsWith(name));
        return report.failed();
    }

    @Test
    @DisplayName("never on a tree that is in order, not even in strict mode")
    void inOrder() {
        assertThat(judge(true)).isEqualTo(new Report(Map.of(), Map.of()));
    }

    @Test
    @DisplayName("when a lock is removed from a solution")
    void lockRemoved() {
        fixture.edit(tree().solution(fixture.keepCount()), "public synchronized void comeIn()", "public void comeIn()");

        assertThat(failures())
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

        assertThat(failures())
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

        assertThat(failures().get("K9901 stub: red, not yet written")).contains("IllegalStateException other");
    }

    @Test
    @DisplayName("when a test method is emptied")
    void testEmptied() {
        fixture.edit(tree().test(fixture.addUp()), """
                        int total = K9901AddUp.total(List.of(1, 2, 4));
                        assertThat(total).withFailMessage(seen.as("total", total, 7)).isEqualTo(7);
                """, "");

        assertThat(failures())
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

        assertThat(failures())
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

        assertThat(failures().get("K9901 every guarantee has a test method, and every test method a guarantee"))
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
        return judge(true).failed();
    }

    @Test
    @DisplayName("when a solution's method is renamed")
    void methodRenamed() {
        fixture.edit(tree().solution(fixture.addUp()), " total(", " sum(");

        assertThat(failures())
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

        assertThat(failures()).containsOnlyKeys("K9901 signatures of stub and solution are equal");
    }

    @Test
    @DisplayName("when the stub's comment says something else than the text")
    void commentDiffers() {
        fixture.edit(tree().stub(fixture.addUp()), "A small shop", "A large shop");

        assertThat(failures()).containsOnlyKeys("K9901 stub comment says what the text says");
    }

    @Test
    @DisplayName("when a seen key is used that the text does not have under that guarantee")
    void seenKey() {
        fixture.edit(tree().text(fixture.addUp()), "   - `empty`: The", "   - `nothing`: The");

        assertThat(failures())
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

        assertThat(failures())
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

        assertThat(failures())
                .containsOnlyKeys(
                        "K9901 stub uses koans.api and the JDK alone", "K9902 stub uses koans.api and the JDK alone")
                .hasEntrySatisfying(
                        "K9902 stub uses koans.api and the JDK alone",
                        message -> assertThat(message).contains("org.assertj.core.util.Maps"));
    }

    @Test
    @DisplayName("when a stub or a test grows too long")
    void tooLong() {
        fixture.edit(tree().stub(fixture.addUp()), text -> text + "\n".repeat(41))
                .edit(tree().test(fixture.addUp()), text -> text + "\n".repeat(151));

        assertThat(failures()).containsOnlyKeys("K9901 stub has at most 40 lines", "K9901 test has at most 150 lines");
    }

    @Test
    @DisplayName("when a mutant is alive, does not fit, or stands alone")
    void mutants() {
        fixture.edit(tree().mutants(fixture.addUp()), "killedBy: nothingHasTheTotalZero", "killedBy: theTotalIsGreen")
                .edit(tree().mutants(fixture.keepCount()), text -> text.substring(0, text.indexOf("- name: locks")))
                .edit(tree().mutants(fixture.keepCount()), "find: public synchronized void", "find: synchronized");

        assertThat(failures())
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

        assertThat(failures())
                .containsOnlyKeys("K9901 mutant 'begins with one': killed by nothingHasTheTotalZero")
                .hasEntrySatisfying(
                        "K9901 mutant 'begins with one': killed by nothingHasTheTotalZero",
                        message -> assertThat(message).contains("expected nothingHasTheTotalZero to fail, seen green"));
    }

    @Test
    @DisplayName("when a koan lies beside the path, or the path lists one that is not there")
    void presence() {
        fixture.edit(tree().pathFile(), text -> text.replace("K9902", "K9903"));

        assertThat(judge(true).failed().get("path.yaml every koan of the path is present, and none beside it"))
                .contains(
                        "K9903 stub: koans/path.yaml lists the koan, but "
                                + "koans/src/main/java/koans/c99_fixture/K9903KeepCount.java is missing.",
                        "K9902 mutants: solutions/mutants/K9902.yaml is there, but koans/path.yaml lists no such koan.");
    }

    @Test
    @DisplayName("when the path cannot be read, and then looks at nothing else")
    void unreadablePath() {
        fixture.edit(tree().pathFile(), text -> text.replaceFirst("kind: structure", "kind: strange"));

        assertThat(judge(true).failed())
                .containsOnlyKeys("path.yaml can be read")
                .hasEntrySatisfying(
                        "path.yaml can be read",
                        message -> assertThat(message).contains("item 1 (K9901)", "`kind` is `strange`"));
    }

    @Test
    @DisplayName("never because of a learner: solved passes, in progress and broken is skipped")
    void learners() {
        fixture.answerAddUp("return prices.stream().mapToInt(price -> price).sum();")
                .edit(tree().stub(fixture.keepCount()), "return count;", "return \"typo\";");

        Report report = judge(false);

        assertThat(report.failed()).isEmpty();
        assertThat(report.aborted())
                .doesNotContainKey("K9901 stub: somebody works on it")
                .hasEntrySatisfying(
                        "K9902 stub: somebody works on it",
                        message -> assertThat(message)
                                .contains("in progress", "K9902KeepCount.java:32", "incompatible types"));
    }

    @Test
    @DisplayName("in strict mode when a stub is not as it was committed")
    void strict() {
        fixture.answerAddUp("return prices.stream().mapToInt(price -> price).sum();");

        assertThat(judge(true).failed())
                .containsOnlyKeys("K9901 stub: red, not yet written")
                .hasEntrySatisfying(
                        "K9901 stub: red, not yet written",
                        message -> assertThat(message).contains("strict mode", "learn pristine"));
    }
}
