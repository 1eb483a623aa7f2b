package io.github.acrossexecutors.runner.host;

import io.github.acrossexecutors.runner.link.JsonLines;
import io.github.acrossexecutors.runner.link.Report;
import io.github.acrossexecutors.runner.link.Told;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The child's end of the pipe to the runner.
 *
 * <p><b>Threads:</b> any; a report is written whole and flushed before {@link #send} returns, so what was said before a halt arrives.
 */
final class ReportLine {

    private final OutputStream pipe;
    private String run = "";

    ReportLine(OutputStream pipe) {
        this.pipe = pipe;
    }

    /** What is sent from now on belongs to this run. */
    synchronized void begin(String name) {
        run = name;
    }

    /** The line begins with an end of line, so that half a line of someone else's output cannot swallow it. */
    synchronized void send(Report report) {
        try {
            pipe.write(("\n" + JsonLines.write(new Told(run, report)) + "\n").getBytes(StandardCharsets.UTF_8));
            pipe.flush();
        } catch (IOException runnerGone) {
            throw new UncheckedIOException(runnerGone);
        }
    }
}
