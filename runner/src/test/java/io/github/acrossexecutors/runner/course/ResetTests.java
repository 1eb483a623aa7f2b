package io.github.acrossexecutors.runner.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.acrossexecutors.runner.fixture.FixtureTree;
import io.github.acrossexecutors.runner.path.BrokenKoanException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A reset")
class ResetTests {

    private final Path root;
    private final FixtureTree fixture;

    ResetTests(@TempDir Path root) {
        this.root = root;
        this.fixture = FixtureTree.in(root);
    }

    private String stub() throws IOException {
        return Files.readString(fixture.tree().stub(fixture.addUp()));
    }

    private Reset reset() {
        return new Reset(Course.open(root));
    }

    @Test
    @DisplayName("brings stub and test back, keeps both of the learner's, and forgets what was reached")
    void back() throws IOException {
        String before = stub();
        Course course = Course.open(root);
        fixture.answerAddUp("return 7;").edit(fixture.tree().test(fixture.addUp()), text -> text + "// mine\n");
        course.progress().change("K9901", koan -> koan.hinted(2));

        assertThat(reset().apply(fixture.addUp()))
                .containsExactly(".learn/kept/K9901AddUp.java", ".learn/kept/K9901AddUpTest.java");

        assertThat(stub()).isEqualTo(before);
        assertThat(course.testEdited(fixture.addUp())).isFalse();
        assertThat(Course.open(root).progress().of("K9901")).isEqualTo(Remembered.NOTHING);
    }

    @Test
    @DisplayName("keeps every version, and brings back what was deleted")
    void versions() throws IOException {
        String before = stub();
        Course.open(root);
        fixture.answerAddUp("return 1;");
        reset().apply(fixture.addUp());
        fixture.answerAddUp("return 2;");
        assertThat(reset().apply(fixture.addUp())).containsExactly(".learn/kept/K9901AddUp.java.2");

        fixture.delete(fixture.tree().stub(fixture.addUp()));
        assertThat(reset().apply(fixture.addUp())).isEmpty();
        assertThat(stub()).isEqualTo(before);
    }

    @Test
    @DisplayName("finds in git what was edited before learn was ever started")
    void history() throws IOException, InterruptedException {
        Assumptions.assumeTrue(onPath(), "git is not on the PATH");
        git("init", "-q");
        git("add", ".");
        git("-c", "user.name=n", "-c", "user.email=e@example.org", "commit", "-q", "-m", "as it came");
        String before = stub();
        fixture.answerAddUp("return 7;");

        reset().apply(fixture.addUp());

        assertThat(stub()).isEqualTo(before);
    }

    private static boolean onPath() throws InterruptedException {
        try {
            return new ProcessBuilder("git", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        }
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 3];
        command[0] = "git";
        command[1] = "-C";
        command[2] = root.toString();
        System.arraycopy(arguments, 0, command, 3, arguments.length);
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    @Test
    @DisplayName("says where the learner's stub is if it was brought back, and the test could not be")
    void half() throws IOException {
        Course.open(root);
        fixture.answerAddUp("return 7;").edit(fixture.tree().test(fixture.addUp()), text -> text + "// mine\n");
        Path test = fixture.tree().test(fixture.addUp());
        Files.createDirectory(test.resolveSibling(test.getFileName() + ".part"));

        assertThatThrownBy(() -> reset().apply(fixture.addUp()))
                .isInstanceOf(BrokenKoanException.class)
                .hasMessageContaining("Nothing of yours is lost: there is a copy in .learn/kept/K9901AddUp.java")
                .hasMessageNotContaining("as it was");
        assertThat(stub()).doesNotContain("return 7;");
        assertThat(root.resolve(".learn/kept/K9901AddUp.java")).content().contains("return 7;");
        assertThat(test).content().contains("// mine");
    }

    @Test
    @DisplayName("changes nothing where nobody has the stub as it came")
    void nowhere() throws IOException {
        fixture.answerAddUp("return 7;");

        assertThatThrownBy(() -> reset().apply(fixture.addUp()))
                .isInstanceOf(BrokenKoanException.class)
                .hasMessageContaining("neither in .learn/pristine nor in git's history");
        assertThat(stub()).contains("return 7;");
    }
}
