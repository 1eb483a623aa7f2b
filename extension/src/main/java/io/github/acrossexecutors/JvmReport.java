package io.github.acrossexecutors;

import io.github.acrossexecutors.report.RunReport;
import io.github.acrossexecutors.report.SpeedupRecord;
import io.github.acrossexecutors.report.TestRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.JUnitException;

/**
 * Where one run of JUnit's engine tells what it has measured: this JVM's {@code report.json}, in a directory of its own under
 * JUnit's output directory, and the views beside that, attached to JUnit's own report. {@code across.report=false} writes none,
 * {@code across.report.views=false} the first alone.
 *
 * @param file what is written; empty if nothing is, or can be
 */
record JvmReport(Optional<ReportFile> file) {

    private static final Map<String, String> SUBTYPES =
            Map.of("report.html", "html", "report.csv", "csv", "report.md", "markdown");

    static JvmReport in(ExtensionContext context) {
        ExtensionContext root = context.getRoot();
        return root.getStore(AcrossExecutorsExtension.NAMESPACE)
                .getOrComputeIfAbsent(JvmReport.class, key -> open(root), JvmReport.class);
    }

    private static JvmReport open(ExtensionContext root) {
        Parameters parameters = AcrossExecutorsExtension.parameters(root);
        boolean hasViews = parameters.isOn("across.report.views");
        if (!parameters.isOn("across.report")) {
            return new JvmReport(Optional.empty());
        }
        AtomicReference<@Nullable ReportFile> opened = new AtomicReference<>();
        try {
            root.publishDirectory(
                    RunReport.directoryOfThisJvm(),
                    directory -> naming(
                            directory, () -> opened.set(ReportFile.open(root, directory.resolve("report.json")))));
            if (hasViews) {
                RunReport.FILES.forEach(name -> attach(root, name));
            }
        } catch (JUnitException e) {
            ReportFile.complain("report.json", inWords(e));
            return new JvmReport(Optional.empty());
        }
        Optional<ReportFile> file = Optional.ofNullable(opened.get());
        if (hasViews) {
            file.ifPresent(ReportFile::wantViews);
        }
        return new JvmReport(file);
    }

    void add(TestRecord result) {
        file.ifPresent(written -> written.add(result));
    }

    void add(SpeedupRecord result) {
        file.ifPresent(written -> written.add(result));
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
