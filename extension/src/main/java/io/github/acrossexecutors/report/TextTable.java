package io.github.acrossexecutors.report;

import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Timings;
import io.github.acrossexecutors.verdict.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One test's timings as plain text: a line per model, figures right-aligned. */
public final class TextTable {

    private static final List<String> HEAD =
            List.of("model", "workers", "rounds", "median", "least", "greatest", "cpu", "overlap", "result");

    private TextTable() {}

    /**
     * Write the table of one test.
     *
     * @param test the test's name, which heads the table
     * @param records one record per line, in this order
     * @param speedups what was expected of them, a line each below
     * @return the table, each line ended by a line break
     */
    public static String of(String test, List<TestRecord> records, List<SpeedupRecord> speedups) {
        if (records.isEmpty()) {
            return test + "\n" + speedups(speedups);
        }
        List<List<String>> lines = new ArrayList<>();
        lines.add(HEAD);
        records.stream().map(TextTable::cells).forEach(lines::add);
        List<Integer> widths = IntStream.range(0, HEAD.size())
                .mapToObj(column -> lines.stream()
                        .mapToInt(cells -> cells.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        String rows = lines.stream().map(cells -> line(cells, widths)).collect(Collectors.joining());
        String notes = records.stream()
                .flatMap(row ->
                        row.notes().stream().map(note -> "  " + row.timings().model() + ": " + note + "\n"))
                .collect(Collectors.joining());
        return test + " (" + tasks(records) + ")\n" + rows + notes + speedups(speedups);
    }

    private static String speedups(List<SpeedupRecord> speedups) {
        return speedups.stream()
                .map(speedup -> "  " + speedup.expectation() + ": " + speedup.verdict() + figures(speedup) + "\n")
                .collect(Collectors.joining());
    }

    /** What was seen; of an undecided one also why. */
    private static String figures(SpeedupRecord speedup) {
        return Stream.of(
                        speedup.reason().orElse(""),
                        speedup.judgement().figures().map(Figures::toString).orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; ", " (", ")"));
    }

    private static String tasks(List<TestRecord> records) {
        ToIntFunction<TestRecord> tasks = row -> row.timings().tasks();
        int most = records.stream().mapToInt(tasks).max().orElse(0);
        return most == 1 ? "1 task" : most + " tasks";
    }

    private static List<String> cells(TestRecord row) {
        Timings timings = row.timings();
        List<Round> rounds = timings.measured();
        return List.of(
                timings.model(),
                timings.workers().isPresent()
                        ? Integer.toString(timings.workers().getAsInt())
                        : "?",
                Integer.toString(rounds.size()),
                millis(timings.medianWallNanos()),
                millis(rounds.stream().mapToLong(Round::wallNanos).min()),
                millis(rounds.stream().mapToLong(Round::wallNanos).max()),
                millis(medianCpu(rounds)),
                Integer.toString(
                        rounds.stream().mapToInt(Round::peakOverlap).max().orElse(0)),
                row.status().name().toLowerCase(Locale.ROOT));
    }

    private static OptionalLong medianCpu(List<Round> rounds) {
        if (rounds.stream().anyMatch(round -> round.cpuNanos().isEmpty())) {
            return OptionalLong.empty();
        }
        return rounds.stream()
                .mapToLong(round -> round.cpuNanos().getAsLong())
                .sorted()
                .skip(Math.max(0, (rounds.size() - 1) / 2))
                .findFirst();
    }

    private static String millis(OptionalLong nanos) {
        return nanos.isEmpty() ? "?" : String.format(Locale.ROOT, "%.1f ms", nanos.getAsLong() / 1e6);
    }

    private static String line(List<String> cells, List<Integer> widths) {
        Function<Integer, String> padded = column -> {
            boolean text = column == 0 || column == HEAD.size() - 1;
            return String.format("%" + (text ? "-" : "") + widths.get(column) + "s", cells.get(column));
        };
        return "  "
                + IntStream.range(0, cells.size())
                        .boxed()
                        .map(padded)
                        .collect(Collectors.joining("  "))
                        .stripTrailing()
                + "\n";
    }
}
