package io.github.acrossexecutors;

import io.github.acrossexecutors.report.JsonReport;
import io.github.acrossexecutors.report.RunReport;
import io.github.acrossexecutors.report.SpeedupRecord;
import io.github.acrossexecutors.report.StepSummary;
import io.github.acrossexecutors.report.TestRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.JUnitException;

/**
 * This JVM's {@code report.json}, in a directory of its own under JUnit's output directory, and at the end the run's {@code
 * report.html}, {@code report.csv} and {@code report.md} beside that directory. {@code across.report=false} writes none, {@code
 * across.report.views=false} the first alone; what cannot be written is said once on standard error and fails no test.
 */
final class JvmReport implements AutoCloseable {

    private static final Map<String, String> SUBTYPES =
            Map.of("report.html", "html", "report.csv", "csv", "report.md", "markdown");

    private final boolean hasViews;
    /** Null if nothing is, or can be, written; read and written under this object's monitor. */
    private @Nullable JsonReport report;

    private JvmReport(@Nullable JsonReport report, boolean hasViews) {
        this.report = report;
        this.hasViews = hasViews;
    }

    static JvmReport in(ExtensionContext context) {
        ExtensionContext root = context.getRoot();
        return root.getStore(AcrossExecutorsExtension.NAMESPACE)
                .getOrComputeIfAbsent(JvmReport.class, key -> open(root), JvmReport.class);
    }

    private static JvmReport open(ExtensionContext root) {
        Parameters parameters = AcrossExecutorsExtension.parameters(root);
        boolean hasViews = parameters.isOn("across.report.views");
        if (!parameters.isOn("across.report")) {
            return new JvmReport(null, false);
        }
        AtomicReference<@Nullable JsonReport> started = new AtomicReference<>();
        try {
            root.publishDirectory(
                    RunReport.directoryOfThisJvm(),
                    directory -> started.set(JsonReport.start(directory.resolve("report.json"))));
            if (hasViews) {
                RunReport.FILES.forEach(name -> attach(root, name));
            }
        } catch (JUnitException e) {
            complain(e);
            return new JvmReport(null, false);
        }
        return new JvmReport(started.get(), hasViews);
    }

    /**
     * Attach one of the run's files before it is written, because after the last test JUnit takes no more. An earlier one
     * stays until then.
     */
    @SuppressWarnings("deprecation") // its successor is not in JUnit 5.13
    private static void attach(ExtensionContext root, String name) {
        String subtype = SUBTYPES.getOrDefault(name, "plain");
        root.publishFile(name, org.junit.jupiter.api.extension.MediaType.create("text", subtype), file -> {
            if (!Files.exists(file)) {
                RunReport.announce(file);
            }
        });
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

    /** Nothing more is measured in this JVM: show what the run's JVMs have told so far. */
    @Override
    public void close() {
        if (hasViews) {
            write(JvmReport::show);
        }
    }

    private static void show(JsonReport report) throws IOException {
        Path html = RunReport.write(report);
        System.out.println("@AcrossExecutors: " + html.toUri());
        StepSummary.append(System.getenv(StepSummary.VARIABLE), report);
    }

    private static void complain(Exception e) {
        System.err.println("@AcrossExecutors: report.json cannot be written: " + e);
    }
}
