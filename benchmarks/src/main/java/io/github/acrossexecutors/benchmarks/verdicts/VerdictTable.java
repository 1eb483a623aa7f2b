package io.github.acrossexecutors.benchmarks.verdicts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The findings as Markdown: a table for each setting, for what differs in it must not be counted together. */
final class VerdictTable {

    private final List<Finding> findings;

    VerdictTable(List<Finding> findings) {
        this.findings = List.copyOf(findings);
    }

    /** The truths that were judged falsely in this setting more often than chance allows, and where. */
    List<String> lies(String setting) {
        return rows(setting).stream()
                .filter(Row::isFalse)
                .map(row -> row.truth() + " " + row.condition())
                .toList();
    }

    @Override
    public String toString() {
        return settings().stream().map(this::table).collect(Collectors.joining("\n"));
    }

    private List<String> settings() {
        return findings.stream().map(Finding::setting).distinct().toList();
    }

    private String table(String setting) {
        StringBuilder text = new StringBuilder(setting + "\n");
        text.append(loads(setting)).append("\n\n").append(Row.HEAD);
        rows(setting).forEach(text::append);
        return text.toString();
    }

    private List<Row> rows(String setting) {
        List<Row> rows = new ArrayList<>();
        for (Truth truth : Truth.values()) {
            for (Condition condition : Condition.values()) {
                List<Finding> of = findings.stream()
                        .filter(finding -> finding.setting().equals(setting)
                                && finding.truth() == truth
                                && finding.condition() == condition)
                        .toList();
                if (!of.isEmpty()) {
                    rows.add(new Row(truth, condition, of));
                }
            }
        }
        return rows;
    }

    /** When it was, and how busy the machine was: what else went on is not the laboratory's to know. */
    private String loads(String setting) {
        List<Finding> of = findings.stream()
                .filter(finding -> finding.setting().equals(setting))
                .toList();
        double[] loads = of.stream().mapToDouble(Finding::load).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "From %s to %s; load average before a JVM: median %.1f, %.1f to %.1f.",
                of.getFirst().started(),
                of.getLast().started(),
                Row.medianOf(loads),
                Arrays.stream(loads).min().orElseThrow(),
                Arrays.stream(loads).max().orElseThrow());
    }
}
