package io.github.acrossexecutors.runner.course;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file whole or not at all: nobody reads half of it, and a full disk leaves what was there. */
final class Replacing {

    private Replacing() {}

    static void write(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().resolveSibling("");
        Files.createDirectories(folder);
        Path fresh = folder.resolve(file.getFileName() + ".part");
        try {
            Files.write(fresh, content);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** The first of {@code name}, {@code name.2}, {@code name.3} … that is free. */
    static Path free(Path file) {
        Path free = file;
        for (int i = 2; Files.exists(free); i++) {
            free = file.resolveSibling(file.getFileName() + "." + i);
        }
        return free;
    }
}
