package io.github.acrossexecutors.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Passes on what one worker prints, line by line under the worker's name, and keeps the end of it.
 *
 * <p>A worker is always read, so that printing never holds it up; what it prints during one task beyond a limit is counted
 * instead of passed on. <b>Threads:</b> one thread reads; any may ask for the end.
 */
final class WorkerOutput implements Runnable {

    private static final int TAIL_CHARS = 4_096;
    private static final int LONGEST_LINE = 8_192;

    private final InputStream printed;
    private final String name;
    private final int mostBytes;
    private final Consumer<String> lines;

    /** The reading thread's alone, as the next two. */
    private final StringBuilder line = new StringBuilder();

    private long passedOn;
    private long droppedBytes;
    private int seenAnswers;

    /** Counted by the worker's reader thread: a new task gets a new limit. */
    private volatile int answers;
    /** Guarded by its own monitor. */
    private final StringBuilder tail = new StringBuilder();

    WorkerOutput(InputStream printed, String name, int mostBytes, Consumer<String> lines) {
        this.printed = printed;
        this.name = name;
        this.mostBytes = mostBytes;
        this.lines = lines;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread alone writes
    void taskAnswered() {
        answers++;
    }

    String tail() {
        synchronized (tail) {
            return tail.toString();
        }
    }

    @Override
    public void run() {
        byte[] buffer = new byte[1 << 13];
        try {
            for (int length = printed.read(buffer); length >= 0; length = printed.read(buffer)) {
                take(new String(buffer, 0, length, StandardCharsets.UTF_8), length);
            }
        } catch (IOException e) {
            // The process has ended and its pipe is gone.
        }
        endLine();
        tellDropped();
    }

    private void take(String text, int bytes) {
        synchronized (tail) {
            tail.append(text);
            tail.delete(0, Math.max(0, tail.length() - TAIL_CHARS));
        }
        if (seenAnswers != answers) {
            seenAnswers = answers;
            tellDropped();
            passedOn = 0;
        }
        if (passedOn >= mostBytes) {
            droppedBytes += bytes;
            return;
        }
        passedOn += bytes;
        text.chars().forEach(c -> {
            if (c == '\n' || line.length() >= LONGEST_LINE) {
                endLine();
            }
            if (c != '\n' && c != '\r') {
                line.append((char) c);
            }
        });
    }

    private void endLine() {
        if (!line.isEmpty()) {
            pass(line.toString());
            line.setLength(0);
        }
    }

    private void tellDropped() {
        if (droppedBytes > 0) {
            endLine();
            pass("... and " + droppedBytes + " bytes more, which are not shown");
            droppedBytes = 0;
        }
    }

    private void pass(String text) {
        try {
            lines.accept("[" + name + "] " + text);
        } catch (RuntimeException e) {
            // A reader of output that throws must not stop the worker's pipe from being emptied.
        }
    }
}
