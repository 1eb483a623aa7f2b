package io.github.acrossexecutors.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.runner.fixture.FixtureTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script is run in a copy of the fixture, with a Maven that only says what it was asked for. */
@DisplayName("The script learn")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there it is learn.cmd")
class LearnScriptTests {

    private static final String BUILDING = "Building what runs the koans";

    private final Path root;
    private final Path tools;
    private final Path jdk = Path.of(System.getProperty("java.home"));

    /**
     * How a command ended.
     *
     * @param status its exit status
     * @param output what it printed, errors too
     */
    private record Ended(int status, String output) {}

    LearnScriptTests(@TempDir Path directory) throws IOException {
        root = directory.resolve("a clone");
        tools = directory.resolve("tools");
        Files.createDirectories(root);
        Files.createDirectories(tools);
        FixtureTree.in(root);
        Files.copy(Path.of("../learn"), root.resolve("learn"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.createDirectories(root.resolve("runner/src/main"));
        for (String tool : List.of("sed", "find", "head", "cat", "mkdir", "mv", "dirname", "uname")) {
            forward(tools.resolve(tool), onPath(tool));
        }
    }

    private static Path onPath(String tool) {
        for (String directory : System.getenv("PATH").split(":", -1)) {
            Path file = Path.of(directory, tool);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        throw new IllegalStateException("there is no " + tool + " on the PATH");
    }

    /** Does what Maven would do: leaves a class path behind. */
    private void installMaven() throws IOException {
        script(
                tools.resolve("mvn"),
                "echo \"maven: $*\"\necho '" + System.getProperty("java.class.path") + "' >'"
                        + root.resolve("runner/target/learn/classpath") + "'");
    }

    private static void forward(Path file, Path target) throws IOException {
        script(file, "exec '" + target + "' \"$@\"");
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ended learn(Path javaHome, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(onPath("sh").toString(), root.resolve("learn").toString()));
        command.addAll(List.of(args));
        return run(command, javaHome);
    }

    private Ended run(List<String> command, Path javaHome) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().put("HOME", root.resolve("nobody").toString());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), output);
    }

    @Test
    @DisplayName("builds once, hands its arguments and Java's exit status on, and builds again after a change")
    void buildsWhenStale() throws IOException, InterruptedException {
        installMaven();

        Ended first = learn(jdk, "hint");
        assertThat(first.output())
                .contains(BUILDING, "maven: -q -B", "-pl runner -am -Dmaven.test.skip=true process-classes")
                .contains("K9901 Add up, hint 1 of 3");
        assertThat(first.status()).isZero();

        Ended second = learn(jdk, "run", "K0001");
        assertThat(second.output()).doesNotContain(BUILDING).contains("There is no koan `K0001`");
        assertThat(second.status()).isEqualTo(2);

        Path changed = Files.createFile(root.resolve("runner/src/main/Changed.java"));
        Files.setLastModifiedTime(changed, FileTime.from(Instant.now().plusSeconds(5)));
        assertThat(learn(jdk, "list").output()).contains(BUILDING);
    }

    @Test
    @DisplayName("builds again when the clone was moved, or a library is gone")
    void movedOrGone() throws IOException, InterruptedException {
        installMaven();
        learn(jdk, "list");

        Files.writeString(root.resolve("runner/target/learn/stamp"), "somewhere else\n");
        assertThat(learn(jdk, "list").output()).contains(BUILDING);
        assertThat(learn(jdk, "list").output()).doesNotContain(BUILDING);

        Files.writeString(
                root.resolve("runner/target/learn/classpath"), "gone.jar:" + System.getProperty("java.class.path"));
        assertThat(learn(jdk, "list").output()).contains(BUILDING);
    }

    @Test
    @DisplayName("says in one sentence that Maven is absent")
    void noMaven() throws IOException, InterruptedException {
        Ended ended = learn(jdk);

        assertThat(ended.status()).isEqualTo(3);
        assertThat(ended.output()).startsWith("Maven was not found: install").hasLineCount(1);
    }

    @Test
    @DisplayName("says that the build failed, and runs nothing then")
    void buildFails() throws IOException, InterruptedException {
        Path maven = tools.resolve("mvn");
        script(maven, "exit 1");

        Ended ended = learn(jdk, "list");

        assertThat(ended.status()).isEqualTo(3);
        assertThat(ended.output())
                .contains("could not be built", "Your koans are not to blame")
                .doesNotContain("K9901");
    }

    @Test
    @DisplayName("takes no JDK that is too old, and no JRE")
    void oldOrJre() throws IOException, InterruptedException {
        installMaven();
        learn(jdk, "list");
        Path home = root.resolve("home");
        Files.createDirectories(home.resolve("bin"));
        forward(home.resolve("bin/java"), jdk.resolve("bin/java"));

        assertThat(started(home, "25.0.1")).as("a JRE").doesNotContain(home + "/bin/java");
        forward(home.resolve("bin/javac"), jdk.resolve("bin/javac"));
        assertThat(started(home, "24.0.2")).as("an old JDK").doesNotContain(home + "/bin/java");
        assertThat(started(home, "25")).as("a JDK").contains(home + "/bin/java");
        assertThat(started(home, "26.0.1")).as("a newer JDK").contains(home + "/bin/java");
    }

    /** What the script would start if this were JAVA_HOME, as the shell itself tells it; another JDK of this machine, or none. */
    private String started(Path javaHome, String version) throws IOException, InterruptedException {
        Files.writeString(javaHome.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return run(List.of(onPath("sh").toString(), "-x", root.resolve("learn").toString(), "--version"), javaHome)
                .output()
                .lines()
                .filter(line -> line.startsWith("+ exec "))
                .findFirst()
                .orElse("");
    }
}
