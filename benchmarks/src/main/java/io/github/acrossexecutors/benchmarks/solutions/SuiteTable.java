package io.github.acrossexecutors.benchmarks.solutions;

import io.github.acrossexecutors.benchmarks.lab.Condition;
import io.github.acrossexecutors.benchmarks.solutions.Seen.Colour;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** What came of all runs, as Markdown: a line for each condition, and the koans that were slow or not always green. */
final class SuiteTable {

    private static final long SLOW_MILLIS = 2_000;

    private final List<Suite> suites;

    SuiteTable(List<Suite> suites) {
        this.suites = List.copyOf(suites);
    }

    boolean hasFailure() {
        return suites.stream()
                .flatMap(suite -> suite.koans().stream())
                .anyMatch(seen -> seen.colour() == Colour.FAILED);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("""
                | | runs | judged | green | inconclusive | failed | a run, s: median | most |
                |---|---:|---:|---:|---:|---:|---:|---:|
                """);
        for (Condition condition : Condition.values()) {
            List<Suite> runs = suites.stream()
                    .filter(suite -> suite.condition() == condition)
                    .toList();
            if (!runs.isEmpty()) {
                text.append(row(condition, runs)).append('\n');
            }
        }
        return text + slow();
    }

    private static String row(Condition condition, List<Suite> runs) {
        List<Seen> seen = runs.stream().flatMap(run -> run.koans().stream()).toList();
        long inconclusive = count(seen, Colour.INCONCLUSIVE);
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d (%.1f %%) | %d | %.0f | %.0f |",
                condition,
                runs.size(),
                seen.size(),
                count(seen, Colour.GREEN),
                inconclusive,
                100.0 * inconclusive / seen.size(),
                count(seen, Colour.FAILED),
                median(runs, Suite::millis) / 1e3,
                runs.stream().mapToLong(Suite::millis).max().orElseThrow() / 1e3);
    }

    private String slow() {
        StringBuilder text = new StringBuilder();
        for (Condition condition : Condition.values()) {
            Map<String, List<Seen>> koans = new TreeMap<>();
            suites.stream()
                    .filter(suite -> suite.condition() == condition)
                    .flatMap(suite -> suite.koans().stream())
                    .forEach(seen -> koans.computeIfAbsent(seen.koan(), none -> new ArrayList<>())
                            .add(seen));
            koans.forEach((koan, seen) -> text.append(told(condition, koan, seen)));
        }
        return text.isEmpty() ? "" : "\n" + text;
    }

    /** Nothing of a koan that was green and fast in every run. */
    private static String told(Condition condition, String koan, List<Seen> seen) {
        long most = seen.stream().mapToLong(Seen::millis).max().orElseThrow();
        if (most <= SLOW_MILLIS && count(seen, Colour.GREEN) == seen.size()) {
            return "";
        }
        return "- %s, %s: %s; median %d ms, most %d ms%n"
                .formatted(koan, condition, colours(seen), median(seen, Seen::millis), most);
    }

    private static String colours(List<Seen> seen) {
        return String.join(
                ", ",
                Arrays.stream(Colour.values())
                        .filter(colour -> count(seen, colour) > 0)
                        .map(colour -> count(seen, colour) + " " + colour.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static long count(List<Seen> seen, Colour colour) {
        return seen.stream().filter(one -> one.colour() == colour).count();
    }

    private static <T> long median(List<T> values, ToLongFunction<T> of) {
        long[] sorted = values.stream().mapToLong(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
