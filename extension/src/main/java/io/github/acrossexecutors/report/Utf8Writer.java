package io.github.acrossexecutors.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes whole strings as UTF-8 without a detour over characters, which takes longer than all else where there are megabytes. */
final class Utf8Writer extends Writer {

    private static final int BUFFER = 1 << 16;

    private final OutputStream out;

    Utf8Writer(Path file) throws IOException {
        out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    }

    @Override
    public void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        write(new String(text, offset, length));
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
