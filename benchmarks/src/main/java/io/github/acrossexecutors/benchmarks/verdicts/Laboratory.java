package io.github.acrossexecutors.benchmarks.verdicts;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.acrossexecutors.benchmarks.lab.Children;
import io.github.acrossexecutors.benchmarks.lab.UsageException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges truths in fresh JVMs and prints the table of what came of it: the program behind {@code benchmarks/verdicts.sh}.
 *
 * <p>The arguments: what names the engine, a directory of its own, then the script's. Exit codes: 0 no verdict was
 * false, 1 one was, 2 wrong usage, 3 a JVM failed.
 */
final class Laboratory {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Options options;
    private final String setting;
    private final Children children;
    private final List<Finding> findings;

    private Laboratory(Options options, String engine, Children children) throws IOException {
        this.options = options;
        this.setting = setting(options, engine);
        this.children = children;
        this.findings = new ArrayList<>(read(options.lines()));
    }

    public static void main(String[] arguments) {
        try {
            System.exit(run(List.of(arguments)));
        } catch (UsageException e) {
            System.err.println(e.getMessage() + "; see --help");
            System.exit(2);
        } catch (IOException e) {
            System.err.println(e.getMessage());
            System.exit(3);
        } catch (InterruptedException e) {
            System.exit(130);
        }
    }

    private static int run(List<String> arguments) throws UsageException, IOException, InterruptedException {
        Path directory = Path.of(arguments.get(1)).toAbsolutePath();
        Path lines = directory.resolve(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString().replace(":", "") + ".jsonl");
        Options options = Options.parse(arguments.subList(2, arguments.size()), lines);
        Children children = new Children(directory.resolve("errors"));
        return new Laboratory(options, arguments.getFirst(), children).run();
    }

    private int run() throws IOException, InterruptedException {
        List<Plan.Turn> turns = Plan.of(
                options,
                findings.stream()
                        .filter(finding -> finding.setting().equals(setting))
                        .toList());
        System.err.println(setting + "\nFindings go to " + options.lines());
        for (int i = 0; i < turns.size(); i++) {
            Plan.Turn turn = turns.get(i);
            System.err.printf(
                    "%d of %d: %s %s %d of %d ... ",
                    i + 1, turns.size(), turn.truth(), turn.condition(), turn.turn(), options.jvms());
            Finding finding = find(turn);
            findings.add(finding);
            Files.writeString(
                    options.lines(),
                    JSON.writeValueAsString(finding) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            System.err.println(inWords(finding));
        }
        return conclude();
    }

    private Finding find(Plan.Turn turn) throws IOException, InterruptedException {
        String started = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        Condition condition = turn.condition();
        List<Process> hogs = children.hogs(condition.hogs, condition.busyMillis, condition.idleMillis, options.cpus());
        try {
            String line = children.line(
                    List.of(OneTruth.class.getName(), turn.truth().name(), Integer.toString(options.budgetSeconds())),
                    options.cpus(),
                    Duration.ofSeconds(60 + 5L * options.budgetSeconds()));
            Seen seen = JSON.readValue(line, Seen.class);
            return new Finding(setting, turn.truth(), condition, started, load, options.budgetSeconds(), seen);
        } finally {
            children.end(hogs);
        }
    }

    private static String inWords(Finding finding) {
        Seen seen = finding.seen();
        return String.format(
                "%s%s%s",
                seen.outcome(),
                seen.reason() == null ? "" : ", " + seen.reason(),
                finding.isFalse() ? ", FALSE: " + seen.message() : "");
    }

    private int conclude() throws IOException {
        VerdictTable table = new VerdictTable(findings);
        System.out.print(table);
        if (options.out().isPresent()) {
            Files.writeString(options.out().get(), table.toString());
        }
        List<String> lies = table.lies(setting);
        if (!lies.isEmpty()) {
            System.err.println("FALSE: " + String.join(", ", lies));
        }
        return lies.isEmpty() ? 0 : 1;
    }

    private static List<Finding> read(Path lines) throws IOException {
        List<Finding> findings = new ArrayList<>();
        if (Files.exists(lines)) {
            for (String line : Files.readAllLines(lines)) {
                findings.add(JSON.readValue(line, Finding.class));
            }
        }
        return findings;
    }

    private static String setting(Options options, String engine) {
        return String.format(
                "Engine %s, JDK %s, %s %s, %d CPUs%s, budget %d s.",
                engine,
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.getRuntime().availableProcessors(),
                options.cpus().map(list -> " (held to " + list + ")").orElse(""),
                options.budgetSeconds());
    }
}
