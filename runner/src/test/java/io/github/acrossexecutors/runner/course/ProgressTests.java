package io.github.acrossexecutors.runner.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.acrossexecutors.runner.path.BrokenKoanException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What learn remembers")
class ProgressTests {

    private static final String HASH = "0123456789abcdef".repeat(4);

    private final Path root;
    private final Path file;

    ProgressTests(@TempDir Path root) {
        this.root = root;
        this.file = root.resolve(".learn/state.txt");
    }

    @Test
    @DisplayName("is one readable line per koan, and is read again as it was")
    void readable() throws IOException {
        Progress progress = Progress.load(root);
        progress.change("K0102", koan -> koan.hinted(2).told());
        progress.change("K0101", koan -> koan.passedWith(new Hashes(HASH, HASH)));
        progress.change("K0104", koan -> koan.guessed(3).told());

        assertThat(Files.readAllLines(file))
                .contains(
                        "K0101 passed 0 new " + HASH + " " + HASH,
                        "K0102 open 2 told - -",
                        "K0104 open 0 told - - guess=3");
        Progress again = Progress.load(root);
        assertThat(again.of("K0101")).isEqualTo(progress.of("K0101"));
        assertThat(again.of("K0102")).isEqualTo(progress.of("K0102"));
        assertThat(again.of("K0103")).isEqualTo(Remembered.NOTHING);
        assertThat(again.of("K0104")).isEqualTo(progress.of("K0104"));
        assertThat(again.of("K0104")
                        .passedWith(new Hashes(HASH, HASH))
                        .open()
                        .hinted(1)
                        .guess())
                .hasValue(3);
    }

    @Test
    @DisplayName("survives comments and empty lines of a person's")
    void comments() throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, "# mine\n\nK0101 open 1 told - -\n");

        assertThat(Progress.load(root).of("K0101").hints()).isEqualTo(1);
    }

    @Test
    @DisplayName("is refused with the number of the line when it is garbled, and left as it is")
    void garbled() throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, "K0101 open 1 told - -\nK0102 maybe\n");
        assertThatThrownBy(() -> Progress.load(root))
                .isInstanceOf(BrokenKoanException.class)
                .hasMessageContaining(".learn/state.txt, line 2");

        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> Progress.load(root)).hasMessageContaining("is not text");
    }

    @Test
    @DisplayName("is refused in one sentence when it cannot be read")
    void unreadable() throws IOException {
        Files.createDirectories(file);

        assertThatThrownBy(() -> Progress.load(root))
                .isInstanceOf(BrokenKoanException.class)
                .hasMessageStartingWith(".learn/state.txt cannot be read: ");
    }

    @Test
    @DisplayName(
            "loses nothing when the file is garbled while it is in use: the garbled file stays, and trouble is told")
    void garbledMeanwhile() throws IOException {
        Progress progress = Progress.load(root);
        progress.change("K0101", Remembered::told);
        Files.writeString(file, "nonsense\n");

        progress.change("K0102", Remembered::told);

        assertThat(progress.of("K0101").storyTold()).isTrue();
        assertThat(progress.of("K0102").storyTold()).isTrue();
        assertThat(progress.trouble()).contains("not written down", "line 1");
        assertThat(file).hasContent("nonsense");
    }

    @Test
    @DisplayName("is kept until the end where nothing can be written, and written down once it can be")
    void unwritable() throws IOException {
        Files.createFile(root.resolve(".learn"));
        Progress progress = Progress.load(root);

        progress.change("K0101", Remembered::told);
        assertThat(progress.of("K0101").storyTold()).isTrue();
        assertThat(progress.trouble()).contains(".learn cannot be written", "is no folder");

        Files.delete(root.resolve(".learn"));
        progress.change("K0102", Remembered::told);
        assertThat(progress.trouble()).isEmpty();
        assertThat(Progress.load(root).of("K0101").storyTold()).isTrue();
    }

    @Test
    @DisplayName("loses nothing when two terminals write at the same time")
    void twoTerminals() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        List<Thread> terminals = new ArrayList<>();
        for (int t = 0; t < 2; t++) {
            int first = t * 20;
            Progress mine = Progress.load(root);
            Thread terminal = new Thread(() -> {
                awaitOrFail(gate);
                for (int i = first; i < first + 20; i++) {
                    mine.change("K%04d".formatted(i), Remembered::told);
                }
            });
            terminals.add(terminal);
            terminal.start();
        }
        gate.countDown();
        for (Thread terminal : terminals) {
            terminal.join(TimeUnit.SECONDS.toMillis(60));
        }

        Progress both = Progress.load(root);
        for (int i = 0; i < 40; i++) {
            assertThat(both.of("K%04d".formatted(i)).storyTold())
                    .as("koan " + i)
                    .isTrue();
        }
    }

    private static void awaitOrFail(CountDownLatch gate) {
        try {
            if (!gate.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the gate never opened");
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
