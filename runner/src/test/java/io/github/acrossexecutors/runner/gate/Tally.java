package io.github.acrossexecutors.runner.gate;

import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.link.MethodResult;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.Mutant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Counts what the gate has seen, for one line per koan at its end.
 *
 * <p>Threads: any; the lines are under this object's lock.
 */
final class Tally {

    private final Map<String, Line> lines = new TreeMap<>();

    /** What was seen of one koan. */
    private static final class Line {
        private String stub = "not run";
        private String solution = "not run";
        private int tests;
        private int mutants;
        private int killed;
        private long greenMillis;
        private final Set<String> provenMethods = new TreeSet<>();
    }

    synchronized void ran(Entry entry, String variant, Outcome outcome) {
        Line line = line(entry);
        String colour = colour(outcome);
        if ("stub".equals(variant)) {
            line.stub = colour;
        } else if ("solution".equals(variant)) {
            line.solution = colour;
            line.tests = results(outcome).size();
            line.greenMillis =
                    results(outcome).stream().mapToLong(MethodResult::millis).sum();
        } else {
            line.mutants++;
        }
    }

    synchronized void killed(Entry entry, Mutant mutant) {
        line(entry).killed++;
        line(entry).provenMethods.add(mutant.killedBy());
    }

    private Line line(Entry entry) {
        return lines.computeIfAbsent(
                entry.id() + " " + entry.name().substring(entry.id().length()), name -> new Line());
    }

    synchronized String summary() {
        StringBuilder text = new StringBuilder();
        lines.forEach(
                (name, line) -> text.append("  %-28s stub %s, solution %s (%d tests, %d ms), %d of %d mutants killed%n"
                        .formatted(
                                name,
                                line.stub,
                                line.solution,
                                line.tests,
                                line.greenMillis,
                                line.killed,
                                line.mutants)));
        int tests = lines.values().stream().mapToInt(line -> line.tests).sum();
        int proven = lines.values().stream()
                .mapToInt(line -> line.provenMethods.size())
                .sum();
        int mutants = lines.values().stream().mapToInt(line -> line.mutants).sum();
        return text
                + "  %d koans, %d tests (%d of them kill a mutant), %d mutants"
                        .formatted(lines.size(), tests, proven, mutants);
    }

    private static String colour(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Green green -> "green";
            case Outcome.Red red -> "red";
            case Outcome.DoesNotCompile refused -> "does not compile";
            case Outcome.Lost lost -> "lost";
            case Outcome.NotJudged not -> "not judged";
            case Outcome.Broken broken -> "broken";
        };
    }

    private static List<MethodResult> results(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Green green -> green.run().results();
            case Outcome.Red red -> red.run().results();
            case Outcome.Lost lost -> lost.run().results();
            case Outcome.DoesNotCompile refused -> List.of();
            case Outcome.NotJudged not -> List.of();
            case Outcome.Broken broken -> List.of();
        };
    }
}
