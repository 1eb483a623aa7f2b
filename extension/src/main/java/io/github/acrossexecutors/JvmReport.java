package io.github.acrossexecutors;

import io.github.acrossexecutors.report.JsonReport;
import io.github.acrossexecutors.report.SpeedupRecord;
import io.github.acrossexecutors.report.TestRecord;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.JUnitException;

/**
 * This JVM's {@code report.json}, in a directory of its own under JUnit's output directory. {@code across.report=false}
 * writes none; a report that cannot be written is said once on standard error and fails no test.
 */
final class JvmReport {

    /** Null if nothing is, or can be, written; read and written under this object's monitor. */
    private @Nullable JsonReport report;

    private JvmReport(@Nullable JsonReport report) {
        this.report = report;
    }

    static JvmReport in(ExtensionContext context) {
        ExtensionContext root = context.getRoot();
        return root.getStore(AcrossExecutorsExtension.NAMESPACE)
                .getOrComputeIfAbsent(JvmReport.class, key -> new JvmReport(open(root)), JvmReport.class);
    }

    private static @Nullable JsonReport open(ExtensionContext root) {
        if (!AcrossExecutorsExtension.parameters(root).isOn("across.report")) {
            return null;
        }
        AtomicReference<@Nullable JsonReport> started = new AtomicReference<>();
        try {
            root.publishDirectory(
                    "across-executors-" + JsonReport.jvmName(),
                    directory -> started.set(JsonReport.start(directory.resolve("report.json"))));
            return started.get();
        } catch (JUnitException e) {
            complain(e);
            return null;
        }
    }

    void add(TestRecord result) {
        write(written -> written.append(result));
    }

    void add(SpeedupRecord result) {
        write(written -> written.append(result));
    }

    private interface Writing {
        void to(JsonReport report) throws IOException;
    }

    private synchronized void write(Writing writing) {
        if (report != null) {
            try {
                writing.to(report);
            } catch (IOException e) {
                report = null;
                complain(e);
            }
        }
    }

    private static void complain(Exception e) {
        System.err.println("@AcrossExecutors: report.json cannot be written: " + e);
    }
}
