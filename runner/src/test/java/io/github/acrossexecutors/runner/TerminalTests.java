package io.github.acrossexecutors.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.acrossexecutors.runner.fixture.FixtureTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole of it in a real terminal, with the real engine; where tmux is missing, that is said and nothing is tested. */
@DisplayName("On a terminal, learn")
class TerminalTests {

    private static final String RIGHT = "return prices.stream().mapToInt(price -> price).sum();";

    private final FixtureTree fixture;
    private final Path stub;
    private final String pristine;
    private final Tmux tmux;

    TerminalTests(@TempDir Path root, @TempDir Path sockets) throws IOException {
        assumeTrue(Tmux.present(), "tmux is not on the PATH: nothing was tried on a terminal");
        this.fixture = FixtureTree.in(root);
        fixture.edit(fixture.tree().pathFile(), text -> text.replace("budget: 5s", "budget: 4s"));
        this.stub = fixture.tree().stub(fixture.addUp());
        this.pristine = Files.readString(stub);
        this.tmux = new Tmux(sockets);
    }

    @AfterEach
    void close() {
        tmux.close();
    }

    private String learn() {
        return "'" + Path.of(System.getProperty("java.home"), "bin", "java")
                + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED '-Dlearn.root="
                + fixture.tree().root() + "' -cp '" + System.getProperty("java.class.path") + "' "
                + Learn.class.getName();
    }

    private void save(String body) {
        fixture.write(stub, pristine.getBytes(StandardCharsets.UTF_8)).answerAddUp(body);
    }

    @Test
    @DisplayName("goes from red by hint, edit and green to the next, lists, resets and quits")
    void walk() {
        tmux.start(90, 30, learn());
        tmux.awaitScreen("0 of 2 passed", "Step 1 of 2: K9901 Add up", "Not yet written: add the prices up", "q quit");

        tmux.press("h");
        tmux.awaitScreen("Hint 1 of 3", "Where does a sum begin?");

        save("return prices.size() + 4;");
        tmux.awaitScreen("The total was 4.", "K9901AddUp.java:22", "guarantee 2");

        save("return \"seven\";");
        tmux.awaitScreen("Does not compile", "        return \"seven\";\n                 ^", "another type");

        save(RIGHT);
        tmux.awaitScreen("1 of 2 passed", "Green.", "A sum of nothing is 0.");

        tmux.press("n");
        tmux.awaitScreen(
                "Step 2 of 2: K9902 Keep count", "a guess", "What is the least", "2  one", "1 to 3 your guess");
        tmux.press("2");
        tmux.awaitScreen("Two doors lead into a hall", "Not yet written: read the count");

        tmux.press("l");
        tmux.awaitScreen("    1  K9901  Add up", "passed", ">   2  K9902");
        tmux.press("Up");
        tmux.awaitScreen(">   1  K9901");
        tmux.press("Enter");
        tmux.awaitScreen("Step 1 of 2", "Green.");

        tmux.press("R");
        tmux.awaitScreen("back as it came?");
        tmux.press("y");
        tmux.awaitScreen("What you wrote is kept in .learn/kept/K9901AddUp.java", "0 of 2 passed", "Not yet written");

        tmux.press("q");
        tmux.awaitScreen("0 of 2 koans passed.", "ended 0");
    }

    @Test
    @DisplayName("survives code that exits, floods, hangs and is no text, and a file that is gone")
    void misbehaviour() throws IOException {
        tmux.start(100, 40, learn());
        tmux.awaitScreen("Not yet written");

        save("System.exit(3); return 0;");
        tmux.awaitScreen("exit code 3", "System.exit");

        save("String line = \"x\".repeat(1023); for (int i = 0; i < 102_400; i++) System.out.println(line); return 1;");
        tmux.awaitScreen("... (104857600 bytes in all)");

        save("System.out.print(\"\\u001b[2Jcleared\"); return 2;");
        tmux.awaitScreen("The total was 2 for prices", "  | \u00b7[2Jcleared");

        save(DEADLOCK);
        tmux.awaitScreen("Deadlock: ", "waits for", "held by");

        save("while (true) { Thread.onSpinWait(); }");
        tmux.awaitScreen("Judging ...");
        save(RIGHT);
        tmux.awaitScreen("Green.");

        Files.write(stub, pristine.replace("A small shop", "Ein Gesch\u00e4ft").getBytes(StandardCharsets.ISO_8859_1));
        tmux.awaitScreen("the file is not UTF-8", "K9901AddUp.java:9");

        Files.delete(stub);
        tmux.awaitScreen("K9901AddUp.java is missing");
        tmux.press("R");
        tmux.awaitScreen("back as it came?");
        tmux.press("y");
        tmux.awaitScreen("Not yet written");
        tmux.press("C-d");
        tmux.awaitScreen("ended 0");
    }

    private static final String DEADLOCK = """
            Object one = new Object();
            Object other = new Object();
            java.util.concurrent.CyclicBarrier both = new java.util.concurrent.CyclicBarrier(2);
            Runnable there = () -> lock(one, other, both);
            Thread thread = new Thread(there, "there");
            thread.start();
            lock(other, one, both);
            return 0;
        }

        private static void lock(Object first, Object second, java.util.concurrent.CyclicBarrier both) {
            synchronized (first) {
                try {
                    both.await();
                } catch (Exception ended) {
                    return;
                }
                synchronized (second) {
                    both.reset();
                }
            }""";

    @Test
    @DisplayName("ends on Ctrl-C in the middle of a run: the terminal is sane, nobody is left behind")
    void controlC() {
        save("while (true) { Thread.onSpinWait(); }");
        fixture.edit(fixture.tree().pathFile(), text -> text.replace("budget: 4s", "budget: 600s"));
        tmux.start(40, 15, "NO_COLOR=1 " + learn());
        tmux.awaitScreen("Step 1 of 2: K9901 Add up", "Judging ... 1 s");
        assertThat(tmux.screen().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(40));
        List<ProcessHandle> processes = tmux.processes();
        assertThat(processes).as("learn and a child").hasSizeGreaterThanOrEqualTo(2);

        tmux.press("C-c");

        tmux.awaitScreen("ended 130");
        assertThat(tmux.screen()).doesNotContain("Judging");
        Awaitility.await()
                .untilAsserted(() -> assertThat(tmux.settings())
                        .content()
                        .containsPattern("(?m)(^| )icanon ")
                        .containsPattern("(?m)(^| )echo ")
                        .containsPattern("(?m)(^| )isig "));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }
}
