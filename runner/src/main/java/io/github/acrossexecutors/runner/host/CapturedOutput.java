package io.github.acrossexecutors.runner.host;

import io.github.acrossexecutors.runner.link.Report;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Stands in for standard output and error: passes on the first bytes of each run as reports, counts the rest, keeps none.
 *
 * <p><b>Threads:</b> any. The lock is held while a report is written, never while one is read.
 */
final class CapturedOutput extends OutputStream {

    private final ReportLine line;
    private final int capBytes;
    private long printedBytes;

    CapturedOutput(ReportLine line, int capBytes) {
        this.line = line;
        this.capBytes = capBytes;
    }

    @Override
    public void write(int oneByte) {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        int room = (int) Math.max(0, Math.min(length, capBytes - printedBytes));
        printedBytes += length;
        if (room > 0) {
            line.send(new Report.Printed(new String(bytes, offset, room, StandardCharsets.UTF_8)));
        }
    }

    synchronized void beginRun() {
        printedBytes = 0;
    }

    synchronized long printedBytes() {
        return printedBytes;
    }
}
