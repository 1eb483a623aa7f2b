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
                    directory ->
                            naming(directory, () -> started.set(JsonReport.start(directory.resolve("report.json")))));
            if (hasViews) {
                RunReport.FILES.forEach(name -> attach(root, name));
            }
        } catch (JUnitException e) {
            complain("report.json", inWords(e));
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

    /** Nothing more is measured in this JVM: show what the run's JVMs have told so far. */
    @Override
    public void close() {
        if (hasViews) {
            write(
                    "report.html",
                    written -> System.out.println(
                            "@AcrossExecutors: " + RunReport.write(written).toUri()));
            write(StepSummary.VARIABLE, written -> StepSummary.append(System.getenv(StepSummary.VARIABLE), written));
        }
    }

    private static void complain(String what, String why) {
        System.err.println("@AcrossExecutors: " + what + " cannot be written: " + why);
    }

    private interface Action {
        void run() throws IOException;
    }

    /** A full disk, for one, does not say where. */
    private static void naming(Path path, Action action) throws IOException {
        try {
            action.run();
        } catch (IOException e) {
            throw new IOException(path + ": " + e, e);
        }
    }

    /** JUnit wraps what it cannot do; the cause names the path. */
    private static String inWords(Throwable e) {
        Throwable cause = e.getCause();
        return cause == null || e instanceof IOException ? e.toString() : e + ": " + inWords(cause);
    }
}
