package io.github.acrossexecutors.benchmarks.solutions;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.acrossexecutors.benchmarks.lab.Children;
import io.github.acrossexecutors.benchmarks.lab.Condition;
import io.github.acrossexecutors.benchmarks.solutions.Seen.Colour;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The program behind {@code benchmarks/solutions.sh}. */
@Command(
        name = "benchmarks/solutions.sh",
        mixinStandardHelpOptions = true,
        version = "across-executors benchmarks",
        description = {
            "Runs the tests of all solutions again and again, each time in a fresh JVM, and prints a Markdown table:"
                    + " how often a right answer was called right, not judged, or called wrong, and how long it took.",
            "A run takes some 25 s on a quiet machine. Ctrl-C ends all it started."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:no right answer was called wrong",
            "1:one was, or a run broke off",
            "2:wrong usage",
            "3:the build failed"
        })
final class SolutionRuns implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final int ALWAYS_BUSY_MILLIS = 1_000;
    private static final int MOST = 1_000;

    @Parameters(index = "0", hidden = true)
    private Path root = Path.of("");

    @Option(names = "--idle", paramLabel = "N", description = "runs with nothing beside them (10)")
    private int idle = 10;

    @Option(names = "--hogs", paramLabel = "N", description = "runs beside two processes that compute (30)")
    private int hogs = 30;

    @Option(names = "--one-cpu", paramLabel = "N", description = "runs on one CPU, by taskset (10)")
    private int oneCpu = 10;

    @Option(names = "--koans", split = ",", paramLabel = "K0104", description = "ids of the only koans to run")
    private List<String> koans = List.of();

    private final List<Suite> suites = new ArrayList<>();

    private SolutionRuns() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SolutionRuns()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Children children = new Children(root.resolve("benchmarks/target/solutions.errors"));
        run(children, Condition.IDLE, idle);
        run(children, Condition.HOGS, hogs);
        if (Condition.possible().contains(Condition.ONE_CPU)) {
            run(children, Condition.ONE_CPU, oneCpu);
        } else {
            System.err.println("one-cpu is left out: taskset is not on the PATH");
        }
        SuiteTable table = new SuiteTable(suites);
        System.out.print(table);
        return table.hasFailure() ? 1 : 0;
    }

    private void run(Children children, Condition condition, int runs) throws IOException, InterruptedException {
        requireNumber(condition, runs);
        List<Process> beside = children.hogs(runs == 0 ? 0 : condition.hogs(), ALWAYS_BUSY_MILLIS, 0, Optional.empty());
        try {
            for (int i = 1; i <= runs; i++) {
                Suite suite = suite(children, condition);
                suites.add(suite);
                System.err.printf("%s %d of %d: %d ms%s%n", condition, i, runs, suite.millis(), troubles(suite));
            }
        } finally {
            children.end(beside);
        }
    }

    private void requireNumber(Condition condition, int runs) {
        if (runs < 0 || runs > MOST) {
            throw new CommandLine.ParameterException(
                    new CommandLine(this), "--" + condition + " must be from 0 to " + MOST + ", not " + runs);
        }
    }

    private Suite suite(Children children, Condition condition) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", OneSuite.class.getName(), root.toString()));
        arguments.addAll(koans);
        long start = System.nanoTime();
        String line = children.line(arguments, condition.cpus(), LIMIT);
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new Suite(condition, millis, new ObjectMapper().readValue(line, new TypeReference<>() {}));
    }

    private static String troubles(Suite suite) {
        StringBuilder text = new StringBuilder();
        for (Seen seen : suite.koans()) {
            if (seen.colour() != Colour.GREEN) {
                text.append("\n  ").append(seen.koan()).append(' ').append(seen.colour());
                text.append(": ").append(seen.said());
            }
        }
        return text.toString();
    }
}
