package io.github.acrossexecutors;

import io.github.acrossexecutors.report.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Makes one report of several modules, or of what a killed JVM left: {@code java -jar across-executors.jar shop stock} reads
 * every {@code report.json} below these folders and writes {@code report.html}, {@code report.csv} and {@code report.md} into
 * the working directory. It needs neither JUnit nor anything else on the class path.
 */
final class ReportCommand {

    private static final String USAGE = "Usage: java -jar across-executors.jar FOLDER...\n"
            + "Reads every report.json of @AcrossExecutors below the folders and writes "
            + String.join(", ", RunReport.FILES)
            + " into the working directory.";

    private ReportCommand() {}

    /** Exits with 0, with 1 if nothing was found or can be written, with 2 if the arguments are wrong. */
    public static void main(String[] arguments) {
        System.exit(run(Path.of(""), arguments));
    }

    static int run(Path target, String... arguments) {
        List<Path> folders = Arrays.stream(arguments).map(Path::of).toList();
        if (folders.isEmpty() || Arrays.stream(arguments).anyMatch(argument -> argument.startsWith("-"))) {
            System.err.println(USAGE);
            return 2;
        }
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                System.err.println("Not a folder: " + folder.toAbsolutePath());
                return 2;
            }
        }
        try {
            int jvms = RunReport.writeAll(folders, target.toAbsolutePath());
            if (jvms == 0) {
                System.err.println("No report.json of @AcrossExecutors is below " + folders + ".");
                return 1;
            }
            System.out.println(jvms
                    + (jvms == 1 ? " JVM: " : " JVMs: ")
                    + target.resolve(RunReport.FILES.get(0)).toUri());
            return 0;
        } catch (IOException e) {
            System.err.println("The report cannot be written: " + e);
            return 1;
        }
    }
}
