package io.github.acrossexecutors.benchmarks.verdicts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** A line of the table: one truth under one condition; at least one finding. */
record Row(Truth truth, Condition condition, List<Finding> findings) {

    static final String HEAD = """
            | truth | bar | condition | JVMs | met | not met | inconclusive | false | false at most | pairs | x | s | remarks |
            |---|---|---|---|---|---|---|---|---|---|---|---|---|
            """;

    /** Whether it was false more often than chance allows. */
    boolean isFalse() {
        int seen = count(Finding::isFalse);
        return seen > 0 && new FalseRate(seen, findings.size()).lower() > truth.rule.tolerated();
    }

    @Override
    public String toString() {
        int falsely = count(Finding::isFalse);
        return String.format(
                Locale.ROOT,
                "| %s %s | %s | %s | %d | %d | %d | %s | %d%s | %.1f %% | %s | %s | %s | %s |%n",
                truth,
                truth.what,
                truth.bar,
                condition,
                findings.size(),
                count(Outcome.MET),
                count(Outcome.NOT_MET),
                inconclusive(),
                falsely,
                isFalse() ? " **false**" : "",
                100 * new FalseRate(falsely, findings.size()).upper(),
                median("%.0f", seen -> seen.pairs()),
                medianRatio(),
                median("%.1f", Seen::seconds),
                String.join("; ", remarks()));
    }

    private String inconclusive() {
        String reasons = findings.stream()
                .filter(finding -> finding.seen().outcome() == Outcome.INCONCLUSIVE)
                .collect(Collectors.groupingBy(
                        finding -> String.valueOf(finding.seen().reason()), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        int number = count(Outcome.INCONCLUSIVE);
        return number == 0 ? "0" : number + ": " + reasons;
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        remark(remarks, count(Outcome.REFUSED), "refused");
        remark(remarks, count(finding -> finding.seen().message().contains("it is cached")), "flagged as cached");
        int late = count(Finding::isLate);
        if (truth.mostPairs().isPresent()) {
            remark(remarks, late, "took over " + truth.mostPairs().getAsInt() + " pairs");
        }
        remark(remarks, count(Finding::isOverBudget), "took longer than its budget and a round");
        double[] ideals = findings.stream()
                .map(finding -> finding.seen().ideal())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (ideals.length > 0) {
            remarks.add(String.format(Locale.ROOT, "ideal %.2f x", medianOf(ideals)));
        }
        return remarks;
    }

    private static void remark(List<String> remarks, int number, String what) {
        if (number > 0) {
            remarks.add(number + " " + what);
        }
    }

    private String medianRatio() {
        double[] medians = findings.stream()
                .map(finding -> finding.seen().median())
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return medians.length == 0 ? "" : String.format(Locale.ROOT, "%.2f", medianOf(medians));
    }

    private String median(String format, ToDoubleFunction<Seen> figure) {
        double[] values = findings.stream()
                .mapToDouble(finding -> figure.applyAsDouble(finding.seen()))
                .toArray();
        return String.format(Locale.ROOT, format, medianOf(values));
    }

    static double medianOf(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private int count(Outcome outcome) {
        return count(finding -> finding.seen().outcome() == outcome);
    }

    private int count(Predicate<Finding> property) {
        return (int) findings.stream().filter(property).count();
    }
}
