package io.github.acrossexecutors.benchmarks.explorer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.acrossexecutors.benchmarks.lab.Children;
import io.github.acrossexecutors.benchmarks.lab.Condition;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Runs the scenarios of the corpus in fresh JVMs and prints the table of what came of it: the program behind
 * {@code benchmarks/explorer.sh}.
 *
 * <p>The arguments: what names the explorer, a directory of its own, then the script's. Exit codes: 0 the explorer was right
 * everywhere, 1 it was not, 2 wrong usage, 3 a file could not be read or written.
 */
final class CorpusLaboratory {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int ALWAYS_BUSY_MILLIS = 1_000;

    private final Options options;
    private final String setting;
    private final Children children;
    private final List<Finding> findings;

    private CorpusLaboratory(Options options, String explorer, Children children) throws IOException {
        this.options = options;
        this.setting = setting(explorer);
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
        Set<Condition> possible = Condition.possible();
        Options options = Options.parse(arguments.subList(2, arguments.size()), possible, lines);
        if (!possible.equals(EnumSet.allOf(Condition.class))) {
            System.err.println("one-cpu is left out: taskset is not on the PATH");
        }
        return new CorpusLaboratory(options, arguments.getFirst(), new Children(directory.resolve("errors"))).run();
    }

    private int run() throws IOException, InterruptedException {
        List<Plan.Turn> turns = Plan.of(
                options,
                findings.stream()
                        .filter(finding -> finding.setting().equals(setting))
                        .toList());
        System.err.println(setting + "\nFindings go to " + options.lines());
        List<Process> hogs = List.of();
        try {
            for (int i = 0; i < turns.size(); i++) {
                Condition condition = turns.get(i).condition();
                if (i == 0 || condition != turns.get(i - 1).condition()) {
                    children.end(hogs);
                    hogs = children.hogs(condition.hogs(), ALWAYS_BUSY_MILLIS, 0, condition.cpus());
                }
                note(turns.get(i), i + 1, turns.size());
            }
        } finally {
            children.end(hogs);
        }
        return conclude();
    }

    private void note(Plan.Turn turn, int number, int of) throws IOException, InterruptedException {
        System.err.printf(
                "%d of %d: %s %s %s %d of %d ... ",
                number, of, turn.tool(), turn.subject().id(), turn.condition(), turn.turn(), options.jvms());
        Finding finding = find(turn);
        findings.add(finding);
        Files.writeString(
                options.lines(),
                JSON.writeValueAsString(finding) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        Result result = finding.seen().result();
        System.err.printf(
                "%s in %d ms%s%n",
                result,
                finding.seen().millis(),
                turn.subject().isFalse(result) ? ", FALSE: " + finding.seen().message() : "");
    }

    private Finding find(Plan.Turn turn) throws InterruptedException {
        String started = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        long start = System.nanoTime();
        Seen seen = ask(turn);
        long wallMillis = (System.nanoTime() - start) / 1_000_000;
        return new Finding(
                setting, turn.tool(), turn.subject().id(), turn.condition(), started, load, wallMillis, seen);
    }

    /** A JVM that hangs or dies is a finding, too. */
    private Seen ask(Plan.Turn turn) throws InterruptedException {
        List<String> arguments = new ArrayList<>(turn.tool().jvmOptions());
        arguments.add(turn.tool().main.getName());
        arguments.add(turn.subject().scenario().getName());
        try {
            return Seen.of(children.line(arguments, turn.condition().cpus(), LIMIT));
        } catch (IOException | IllegalArgumentException e) {
            return new Seen(Result.NO_ANSWER, 0, 0, String.valueOf(e.getMessage()));
        }
    }

    private int conclude() throws IOException {
        CorpusTable table = new CorpusTable(findings, options.subjects());
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

    private static String setting(String explorer) {
        return String.format(
                "Explorer %s, JDK %s, %s %s, %d CPUs.",
                explorer,
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.getRuntime().availableProcessors());
    }
}
