package io.github.acrossexecutors.runner.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.acrossexecutors.runner.fixture.FixtureTree;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A mutant")
class MutantTests {

    private static final Mutant MUTANT =
            new Mutant("counts twice", "why not", "one", "two", "counts", Optional.empty());

    @Test
    @DisplayName("replaces what it finds")
    void applies() {
        assertThat(MUTANT.applyTo("zero one two")).isEqualTo("zero two two");
    }

    @Test
    @DisplayName("is refused when what it looks for is not there, or there more than once")
    void exactlyOnce() {
        assertThatThrownBy(() -> MUTANT.applyTo("zero two"))
                .isInstanceOf(BrokenKoanException.class)
                .hasMessageContaining("'counts twice' cannot be made")
                .hasMessageContaining("does not occur");
        assertThatThrownBy(() -> MUTANT.applyTo("one oneone")).hasMessageContaining("occurs more than once");
    }

    @Test
    @DisplayName("finds overlapping occurrences too")
    void overlapping() {
        Mutant overlapping = new Mutant("m", "w", "aa", "b", "k", Optional.empty());

        assertThatThrownBy(() -> overlapping.applyTo("aaa")).hasMessageContaining("more than once");
    }

    @Test
    @DisplayName("must change something")
    void changesSomething() {
        assertThatThrownBy(() -> new Mutant("m", "w", "one", "one", "k", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the same");
    }

    @Test
    @DisplayName("has a name of its own, and every field")
    void file(@TempDir Path directory) {
        FixtureTree fixture = FixtureTree.in(directory);
        Path file = fixture.tree().mutants(fixture.addUp());

        assertThat(Mutant.read(fixture.tree(), fixture.addUp()))
                .extracting(Mutant::name)
                .containsExactly("takes the last price only", "begins with one");

        fixture.edit(file, "name: begins with one", "name: takes the last price only");
        assertThatThrownBy(() -> Mutant.read(fixture.tree(), fixture.addUp()))
                .hasMessage("solutions/mutants/K9901.yaml: two mutants are called 'takes the last price only'.");

        fixture.edit(file, text -> text.replaceFirst("  why: .*\n", ""));
        assertThatThrownBy(() -> Mutant.read(fixture.tree(), fixture.addUp()))
                .hasMessage(
                        "solutions/mutants/K9901.yaml, item 1 (takes the last price only): the field `why` is missing.");
    }
}
