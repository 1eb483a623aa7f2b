package io.github.acrossexecutors.runner.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.acrossexecutors.runner.fixture.FixtureTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The path")
class KoanPathTests {

    private final FixtureTree fixture;

    KoanPathTests(@TempDir Path directory) {
        fixture = FixtureTree.in(directory);
    }

    @Test
    @DisplayName("is read in its order, every field of it")
    void reads() {
        KoanPath path = fixture.path();

        assertThat(path.entries()).extracting(Entry::id).containsExactly("K9901", "K9902");
        assertThat(path.entries().get(1))
                .isEqualTo(new Entry(
                        "K9902", "K9902KeepCount", "c99_fixture", false, Kind.RACE, 1, 2, Duration.ofSeconds(5)));
        assertThat(path.step(path.named("9902"))).isEqualTo(2);
        assertThat(path.named("k9902")).isEqualTo(path.named("K9902"));
    }

    @ParameterizedTest
    @DisplayName("is refused in one sentence when a field is wrong")
    @CsvSource(delimiter = '|', textBlock = """
            id: K9902         | id: K9901         | item 2 (K9901): `name` is `K9902KeepCount`, but must be a class name that begins with K9901.
            id: K9901         | id: X9901         | item 1 (X9901): `id` is `X9901`, but must be K and four digits.
            chapter: c99_fixture | chapter: Fixture | item 1 (K9901): `chapter` is `Fixture`, but must be like c01_threads.
            core: true        | core: perhaps     | item 1 (K9901): `core` is `perhaps`, but must be true or false.
            minCores: 1       | minCores: 0       | item 1 (K9901): `minCores` is `0`, but must be at least 1.
            points: 1         | points: many      | item 1 (K9901): `points` is `many`, but must be a whole number.
            budget: 5s        | budget: 5 hours   | item 1 (K9901): `budget` is `5 hours`, but must be a duration such as 5s or 500ms.
            budget: 5s        | budget: 0s        | item 1 (K9901): `budget` is `PT0S`, but must be longer than nothing.
            core: true        | cores: true       | item 1 (K9901): unknown field `cores`; known are [budget, chapter, core, id, kind, minCores, name, points].
            points: 1         | budget: 1s        | line 9: this is not the YAML it should be: Duplicate field 'budget'.
            koans:            | Koans:            | unknown field `Koans`; known are [koans].
            """)
    void refuses(String find, String replace, String sentence) {
        fixture.edit(fixture.tree().pathFile(), text -> text.replaceFirst(find, replace));

        assertThatThrownBy(fixture::path)
                .isInstanceOf(BrokenKoanException.class)
                .hasMessageStartingWith("koans/path.yaml")
                .hasMessageEndingWith(sentence);
    }

    @Test
    @DisplayName("is refused when a field is missing")
    void missingField() {
        fixture.edit(fixture.tree().pathFile(), text -> text.replaceFirst(" *kind: structure\n", ""));

        assertThatThrownBy(fixture::path).hasMessage("koans/path.yaml, item 1 (K9901): the field `kind` is missing.");
    }

    @Test
    @DisplayName("is refused when it lists a koan twice")
    void twice() {
        fixture.edit(fixture.tree().pathFile(), text -> text + text.substring(text.indexOf('\n') + 1));

        assertThatThrownBy(fixture::path)
                .hasMessage("koans/path.yaml: it lists K9901 twice; ids are permanent and unique.");
    }

    @Test
    @DisplayName("is refused when it lists nothing")
    void nothing() {
        fixture.write(fixture.tree().pathFile(), "koans: []\n".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(fixture::path).hasMessageContaining("at least one item");
    }

    @Test
    @DisplayName("names the nearest koan when asked for one it has not")
    void unknown() {
        KoanPath path = fixture.path();

        assertThatThrownBy(() -> path.named("K0001"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no koan `K0001`. Did you mean K9901 (AddUp)?");
    }

    @Test
    @DisplayName("agrees with the files, or each that is missing or too many is named")
    void presence() {
        assertThat(new Presence(fixture.tree(), fixture.path()).faults()).isEmpty();

        Entry addUp = fixture.addUp();
        fixture.delete(fixture.tree().stub(addUp))
                .delete(fixture.tree().test(addUp))
                .delete(fixture.tree().text(addUp))
                .delete(fixture.tree().solution(addUp))
                .delete(fixture.tree().mutants(addUp))
                .write(fixture.tree().text(addUp).resolveSibling("K9903.md"), new byte[0]);

        assertThat(new Presence(fixture.tree(), fixture.path()).faults())
                .containsExactly(
                        "K9901 stub: koans/path.yaml lists the koan, but koans/src/main/java/koans/c99_fixture/K9901AddUp.java is missing.",
                        "K9901 test: koans/path.yaml lists the koan, but koans/src/test/java/koans/c99_fixture/K9901AddUpTest.java is missing.",
                        "K9901 text: koans/path.yaml lists the koan, but koans/text/en/K9901.md is missing.",
                        "K9903 text: koans/text/en/K9903.md is there, but koans/path.yaml lists no such koan.",
                        "K9901 solution: koans/path.yaml lists the koan, but solutions/src/main/java/koans/c99_fixture/K9901AddUp.java is missing.",
                        "K9901 mutants: koans/path.yaml lists the koan, but solutions/mutants/K9901.yaml is missing.");
    }
}
