package io.github.acrossexecutors;

import io.github.acrossexecutors.report.JsonReport;
import io.github.acrossexecutors.report.RunReport;
import io.github.acrossexecutors.report.SpeedupRecord;
import io.github.acrossexecutors.report.StepSummary;
import io.github.acrossexecutors.report.TestRecord;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A {@code report.json} that all runs of a launcher session add to, and at the session's end the run's {@code report.html},
 * {@code report.csv} and {@code report.md}. What cannot be written is said once on standard error and fails no test.
 *
 * <p>A later session of the same JVM goes on with the file, as a build tool may open one for each try at what failed. It goes
 * by what lies there, not by anything this JVM remembers, which class loaders may separate.
 *
 * <p><b>Threads:</b> safe. Two sessions that write one file at the same time are not foreseen: a build tool runs them one after
 * the other, or in several JVMs.
 */
final class ReportFile implements AutoCloseable {

    private final Path file;

    private boolean hasViews;
    /** Null if nothing can be written; this and the field above are read and written under this object's monitor. */
    private @Nullable JsonReport report;

    private ReportFile(Path file) {
        this.file = file;
    }

    /** Of several in a session's store. */
    private record Key(Path file) {}

    /** The session's own, ready to be written. */
    static ReportFile open(ExtensionContext context, Path file) throws IOException {
        ReportFile opened = AcrossExecutorsExtension.storeOfTheSession(context)
                .getOrComputeIfAbsent(new Key(file), key -> new ReportFile(file), ReportFile.class);
        opened.makeWhole();
        return opened;
    }

    /** What an earlier run could not write, or what was lost since, keeps none from trying again. */
    private synchronized void makeWhole() throws IOException {
        if (report == null || !report.isWhole()) {
            report = null;
            report = JsonReport.open(file);
        }
    }

    synchronized void wantViews() {
        hasViews = true;
    }

    void add(TestRecord result) {
        write("report.json", written -> written.append(result));
    }

    void add(SpeedupRecord result) {
        write("report.json", written -> written.append(result));
    }

    private interface Writing {
        void to(JsonReport report) throws IOException;
    }

    /** After the first failure nothing more is tried: one warning is enough, and the next attempt would not do better. */
    private synchronized void write(String what, Writing writing) {
        JsonReport written = report;
        if (written != null) {
            try {
                writing.to(written);
            } catch (IOException e) {
                report = null;
                complain(what, written.file() + ": " + e);
            }
        }
    }

    /** Nothing more is measured in this session: show what the run's JVMs have told so far. */
    @Override
    public synchronized void close() {
        if (hasViews) {
            write(
                    "report.html",
                    written -> System.out.println(
                            "@AcrossExecutors: " + RunReport.write(written).toUri()));
            write(StepSummary.VARIABLE, written -> StepSummary.append(System.getenv(StepSummary.VARIABLE), written));
        }
    }

    static void complain(String what, String why) {
        System.err.println("@AcrossExecutors: " + what + " cannot be written: " + why);
    }
}
