package io.github.acrossexecutors.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A terminal with a server of its own, driven as a person would: keys in, screen out. */
final class Tmux implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final Path configuration;

    Tmux(Path folder) throws IOException {
        this.folder = folder;
        this.configuration = Files.createFile(folder.resolve("tmux.conf"));
    }

    static boolean present() {
        try {
            Process tmux = new ProcessBuilder("tmux", "-V")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return tmux.waitFor(10, TimeUnit.SECONDS) && tmux.exitValue() == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Starts a command in a terminal of this size; what is left of the terminal's settings afterwards goes to a file. */
    void start(int columns, int rows, String command) {
        String all = "trap : INT; " + command + "; echo ended $?; stty -a >'" + settings() + "'; exec cat";
        tmux("new-session", "-d", "-x", String.valueOf(columns), "-y", String.valueOf(rows), all);
    }

    /** The terminal's settings after the command, as stty tells them. */
    Path settings() {
        return folder.resolve("stty");
    }

    /** Presses a key by its tmux name: a letter, Enter, C-c, Down. */
    void press(String key) {
        tmux("send-keys", key);
    }

    String screen() {
        return tmux("capture-pane", "-p");
    }

    void awaitScreen(String... texts) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(screen()).contains(texts));
    }

    /** All that the command has started, itself included. */
    List<ProcessHandle> processes() {
        return ProcessHandle.of(Long.parseLong(pane("#{pane_pid}")))
                .orElseThrow()
                .descendants()
                .toList();
    }

    private String pane(String format) {
        return tmux("display-message", "-p", format).strip();
    }

    private String tmux(String... arguments) {
        List<String> command = new ArrayList<>(List.of("tmux", "-f", configuration.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TMUX_TMPDIR", folder.toString());
        builder.environment().remove("TMUX");
        try {
            Process tmux = builder.start();
            String printed = new String(tmux.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(tmux.waitFor())
                    .as("tmux " + List.of(arguments) + ": " + printed)
                    .isZero();
            return printed;
        } catch (IOException refused) {
            throw new IllegalStateException(refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        tmux("kill-server");
    }
}
