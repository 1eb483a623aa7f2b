package io.github.acrossexecutors.benchmarks.explorer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The findings as Markdown: for each setting, for what differs in it must not be counted together, a table for each tool. */
final class CorpusTable {

    private final List<Finding> findings;
    private final List<Subject> subjects;

    CorpusTable(List<Finding> findings, List<Subject> subjects) {
        this.findings = List.copyOf(findings);
        this.subjects = List.copyOf(subjects);
    }

    /** What the explorer said falsely in this setting, and where. */
    List<String> lies(String setting) {
        return of(setting, Tool.EXPLORER).stream()
                .flatMap(finding -> subjects.stream()
                        .filter(subject -> subject.id().equals(finding.subject()))
                        .filter(subject -> subject.isFalse(finding.seen().result()))
                        .map(subject -> subject.id() + " " + finding.condition() + ": "
                                + finding.seen().result()))
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return findings.stream()
                .map(Finding::setting)
                .distinct()
                .map(this::tables)
                .collect(Collectors.joining("\n"));
    }

    private String tables(String setting) {
        StringBuilder text = new StringBuilder(setting + "\n");
        for (Tool tool : Tool.values()) {
            List<Finding> ofTool = of(setting, tool);
            if (!ofTool.isEmpty()) {
                text.append(loads(tool, ofTool)).append("\n\n").append(Row.HEAD);
                rows(ofTool).forEach(text::append);
                text.append('\n');
            }
        }
        return text.toString();
    }

    private List<Finding> of(String setting, Tool tool) {
        return findings.stream()
                .filter(finding -> finding.setting().equals(setting) && finding.tool() == tool)
                .toList();
    }

    private List<Row> rows(List<Finding> ofTool) {
        return subjects.stream()
                .map(Subject::row)
                .distinct()
                .map(name -> new Row(
                        name,
                        subjects.stream()
                                .filter(subject -> subject.row().equals(name))
                                .toList(),
                        ofTool))
                .filter(row -> !row.isEmpty())
                .toList();
    }

    /** When it was, how busy the machine was, and what a JVM took in all. */
    private static String loads(Tool tool, List<Finding> findings) {
        double[] loads = findings.stream().mapToDouble(Finding::load).sorted().toArray();
        double[] walls = findings.stream()
                .mapToDouble(finding -> finding.wallMillis() / 1_000.0)
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "%s, %d JVMs from %s to %s; a JVM took %.1f s in the median from start to end; load average before it: median"
                        + " %.1f, %.1f to %.1f.",
                tool,
                findings.size(),
                findings.getFirst().started(),
                findings.getLast().started(),
                median(walls),
                median(loads),
                loads[0],
                loads[loads.length - 1]);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
