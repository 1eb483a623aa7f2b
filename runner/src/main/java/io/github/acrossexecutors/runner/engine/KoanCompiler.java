package io.github.acrossexecutors.runner.engine;

import io.github.acrossexecutors.runner.path.BrokenKoanException;
import io.github.acrossexecutors.runner.path.SourceProblem;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * javac, in this process: it keeps the class path's jars open, so that only the first compilation is slow.
 *
 * <p>Threads: confined to the thread that made it.
 */
final class KoanCompiler implements AutoCloseable {

    /** The release koans are written in, also on a newer JDK: what reads their class files must know the format. */
    private static final List<String> OPTIONS =
            List.of("--release", "25", "-proc:none", "-implicit:none", "-g", "-parameters", "-Xlint:none");

    /** What javac puts before the names of classes: true, and noise to somebody who has one file open. */
    private static final Pattern PACKAGE = Pattern.compile("\\b(?:[a-z][a-z0-9_]*\\.)+(?=[A-Z])");

    /** What is named instead of a file by problems that lie in none. */
    static final String JAVAC = "javac";

    private final JavaCompiler javac;
    private final StandardJavaFileManager files;

    KoanCompiler(String classPath) {
        JavaCompiler found = ToolProvider.getSystemJavaCompiler();
        if (found == null) {
            throw new BrokenKoanException("This Java has no compiler (" + System.getProperty("java.home")
                    + "): koans need a JDK 25 or newer, not a JRE.");
        }
        javac = found;
        files = javac.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
        try {
            files.setLocationFromPaths(
                    StandardLocation.CLASS_PATH,
                    Arrays.stream(classPath.split(File.pathSeparator, -1))
                            .filter(entry -> !entry.isEmpty())
                            .map(Path::of)
                            .toList());
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** Compiles the sources into a directory; returns what javac refuses, nothing if it accepts. */
    List<SourceProblem> compile(List<SourceUnit> units, Path into) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(into));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        boolean accepted =
                javac.getTask(null, files, diagnostics, OPTIONS, null, units).call();
        List<SourceProblem> problems = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                problems.add(problem(diagnostic));
            }
        }
        if (!accepted && problems.isEmpty()) {
            problems.add(new SourceProblem(
                    units.get(0).shown(), 0, 0, "javac refuses the file and gives no reason", "", ""));
        }
        return problems;
    }

    private static SourceProblem problem(Diagnostic<? extends JavaFileObject> diagnostic) {
        String message = PACKAGE.matcher(diagnostic.getMessage(Locale.ENGLISH)).replaceAll("");
        if (!(diagnostic.getSource() instanceof SourceUnit unit)) {
            return new SourceProblem(JAVAC, 0, 0, message, "", "");
        }
        long line = Math.max(0, diagnostic.getLineNumber());
        return new SourceProblem(
                unit.shown(),
                line,
                Math.max(0, diagnostic.getColumnNumber()),
                message,
                CompilerWords.of(diagnostic),
                unit.line(line));
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
