package io.github.acrossexecutors.runner.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.acrossexecutors.runner.fixture.FixtureTree;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A stub is pristine")
class PristineTests {

    private final FixtureTree fixture;

    PristineTests(@TempDir Path directory) {
        fixture = FixtureTree.in(directory);
    }

    private boolean holds() {
        return Pristine.read(fixture.tree()).holds(fixture.tree(), fixture.addUp());
    }

    @Test
    @DisplayName("as committed, also with the line ends of Windows")
    void committed() {
        assertThat(holds()).isTrue();

        fixture.edit(fixture.tree().stub(fixture.addUp()), text -> text.replace("\n", "\r\n"));

        assertThat(holds()).isTrue();
    }

    @Test
    @DisplayName("no more once a character changes, or it is gone")
    void changed() {
        fixture.edit(fixture.tree().stub(fixture.addUp()), text -> text + " ");
        assertThat(holds()).isFalse();

        fixture.delete(fixture.tree().stub(fixture.addUp()));
        assertThat(holds()).isFalse();
    }

    @Test
    @DisplayName("again after it is recorded anew")
    void recorded() {
        fixture.edit(fixture.tree().stub(fixture.addUp()), text -> text + " ");

        Pristine.of(fixture.tree(), fixture.path()).write(fixture.tree());

        assertThat(holds()).isTrue();
    }

    @Test
    @DisplayName("or nobody can say, because the list has no line for it, or a line that is none")
    void list() {
        fixture.edit(
                fixture.tree().pristine(),
                text -> text.lines().skip(1).findFirst().orElseThrow());
        assertThatThrownBy(this::holds).hasMessageContaining("no line for the stub of K9901");

        fixture.edit(fixture.tree().pristine(), text -> "nonsense\n");
        assertThatThrownBy(this::holds).hasMessageContaining("`nonsense` is not a hash");
    }
}
