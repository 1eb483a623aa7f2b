package io.github.acrossexecutors.benchmarks.explorer;

import io.github.acrossexecutors.benchmarks.lab.Condition;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A line of the table.
 *
 * @param name what it is about
 * @param subjects the bug, if there is one, and the correct version
 * @param findings of this tool and setting, also those of other subjects
 */
record Row(String name, List<Subject> subjects, List<Finding> findings) {

    static final String HEAD = """
            | scenario | seen as | bug caught: idle, hogs, one CPU | s: median, max | correct passed: idle, hogs, one CPU | s: median, max | otherwise |
            |---|---|---|---|---|---|---|
            """;

    boolean isEmpty() {
        return subjects.stream().allMatch(subject -> of(subject).isEmpty());
    }

    @Override
    public String toString() {
        String kind = subjects.stream()
                .flatMap(subject -> subject.expected().stream())
                .map(expected -> expected.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining());
        return String.format("| %s | %s | %s | %s | %s |%n", name, kind, cells(true), cells(false), otherwise());
    }

    /** Counts and times of the bug, or of the correct version. */
    private String cells(boolean bug) {
        List<Subject> meant = subjects.stream()
                .filter(subject -> subject.expected().isPresent() == bug)
                .filter(subject -> !of(subject).isEmpty())
                .toList();
        if (meant.isEmpty()) {
            return " | ";
        }
        Subject subject = meant.getFirst();
        String counts = Arrays.stream(Condition.values())
                .map(condition -> count(subject, condition))
                .collect(Collectors.joining(", "));
        double[] seconds = of(subject).stream()
                .mapToDouble(finding -> finding.seen().millis() / 1_000.0)
                .toArray();
        return String.format(
                Locale.ROOT,
                "%s | %.2f, %.2f",
                counts,
                CorpusTable.median(seconds),
                Arrays.stream(seconds).max().orElseThrow());
    }

    private String count(Subject subject, Condition condition) {
        List<Finding> under = of(subject).stream()
                .filter(finding -> finding.condition() == condition)
                .toList();
        long right = under.stream()
                .filter(finding -> subject.isRight(finding.seen().result()))
                .count();
        return under.isEmpty() ? "-" : right + "/" + under.size();
    }

    /** What was said instead, and how often. */
    private String otherwise() {
        return subjects.stream()
                .flatMap(subject -> of(subject).stream()
                        .map(finding -> finding.seen().result())
                        .filter(result -> !subject.isRight(result))
                        .map(result -> (subject.expected().isPresent() ? "bug " : "correct ") + result))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private List<Finding> of(Subject subject) {
        return findings.stream()
                .filter(finding -> finding.subject().equals(subject.id()))
                .toList();
    }
}
