package io.github.acrossexecutors.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.fixture.FixtureTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No byte can be written to any file: the shell's limit on their size stands in for a disk that is full. */
@DisplayName("On a full disk, learn")
class FullDiskTests {

    private static final String NO_FILE_MAY_GROW = "ulimit -f 0; exec \"$@\"";

    private final FixtureTree fixture;
    private final Path state;

    FullDiskTests(@TempDir Path root) {
        this.fixture = FixtureTree.in(root);
        this.state = root.resolve(".learn/state.txt");
    }

    @BeforeAll
    static void needsAShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh: no disk was made full");
    }

    @BeforeEach
    void learnsForAWhile() {
        Course.open(fixture.tree().root()).progress().change("K9901", koan -> koan.hinted(1));
        fixture.answerAddUp("return 7;");
    }

    /** What it printed, and its exit status. */
    private record Ended(String printed, int status) {}

    private Ended learn(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", NO_FILE_MAY_GROW, "sh"));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Dlearn.root=" + fixture.tree().root(),
                "-cp",
                System.getProperty("java.class.path"),
                Learn.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(printed.replaceAll("\\s+", " "), process.waitFor());
    }

    @Test
    @DisplayName("gives its hint and says that it cannot be written down; what was remembered stays")
    void remembersWhatItHas() throws IOException, InterruptedException {
        String before = Files.readString(state);

        Ended hint = learn("hint", "K9901");

        assertThat(hint.printed()).contains("hint 2 of 3", "What you reach is not written down");
        assertThat(hint.status()).isZero();
        assertThat(state).hasContent(before);
    }

    @Test
    @DisplayName("resets nothing, for what you wrote could not be kept, and leaves it as it is")
    void resetsNothing() throws IOException, InterruptedException {
        String mine = Files.readString(fixture.tree().stub(fixture.addUp()));

        Ended reset = learn("reset", "--yes", "K9901");

        assertThat(reset.printed()).contains("K9901 cannot be reset", "Your file is as it was.");
        assertThat(reset.status()).isEqualTo(3);
        assertThat(fixture.tree().stub(fixture.addUp())).hasContent(mine);
    }

    @Test
    @DisplayName("judges nothing, and does not blame your code")
    void blamesTheDisk() throws IOException, InterruptedException {
        Ended run = learn("run", "K9901");

        assertThat(run.printed()).contains("Not your fault", "cannot be written to", "Is the disk full");
        assertThat(run.status()).isEqualTo(3);
    }
}
