package io.github.acrossexecutors.runner.course;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The clone's git history, where there is one; a clone without git, or a machine without it, has none. */
final class History {

    private final Path root;

    History(Path root) {
        this.root = root;
    }

    /** The latest state of a file that is the one wanted. */
    Optional<byte[]> find(String file, Predicate<byte[]> wanted) {
        String commits = run("log", "--format=%H", "--", file)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        return commits.lines()
                .flatMap(commit -> run("show", commit + ":./" + file).stream())
                .filter(wanted)
                .findFirst();
    }

    /** What a git command prints; empty if it fails. */
    Optional<byte[]> run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        try {
            Process git = builder.start();
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            git.getInputStream().transferTo(printed);
            return git.waitFor() == 0 ? Optional.of(printed.toByteArray()) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static java.io.File nothing() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        return new java.io.File(windows ? "NUL" : "/dev/null");
    }
}
