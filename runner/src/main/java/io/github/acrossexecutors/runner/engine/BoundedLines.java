package io.github.acrossexecutors.runner.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads lines of which none can fill the memory: what exceeds the bound is dropped. */
final class BoundedLines {

    private BoundedLines() {}

    /** Reads until the pipe ends or breaks, which is the same for whoever waits for lines. */
    static void forEach(InputStream pipe, int maxChars, Consumer<String> action) {
        StringBuilder line = new StringBuilder();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(pipe, StandardCharsets.UTF_8))) {
            for (int c = read(reader); c >= 0; c = read(reader)) {
                if (c == '\n') {
                    action.accept(line.toString());
                    line.setLength(0);
                } else if (line.length() < maxChars) {
                    line.append((char) c);
                }
            }
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
        if (!line.isEmpty()) {
            action.accept(line.toString());
        }
    }

    private static int read(BufferedReader reader) {
        try {
            return reader.read();
        } catch (IOException broken) {
            return -1;
        }
    }
}
