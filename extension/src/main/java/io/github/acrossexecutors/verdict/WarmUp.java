package io.github.acrossexecutors.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells when code is warm: over the last three stretches the JIT compiler used under 2 % of the time, and the last three
 * medians agree within 10 %, for both contestants. A stretch is as many pairs as it takes to fill 60 ms, and at least
 * one; a median is that of a stretch or, of rounds too long for more than one in a stretch, that of three stretches in
 * a row.
 *
 * <p>The medians are of wall time. Where others use the CPUs that says nothing about warmth: then they are of CPU time,
 * and of code that mostly waits only the compiler is asked. The compiler in turn is not asked where code and compiler
 * together use less than a quarter of one CPU: code that is executed so seldom is compiled for minutes, and most of its
 * time is none that compiling could shorten.
 */
final class WarmUp {

    private static final long STRETCH_NANOS = 60_000_000;
    private static final int COMPARED = 3;
    /** No code is warm before so many pairs. */
    static final int LEAST_PAIRS = COMPARED;

    private static final double QUIET = 0.02;
    private static final double AGREE = 1.1;

    private final List<List<Pair>> stretches = new ArrayList<>();

    /** Take note of a warm-up pair. */
    void add(Pair pair) {
        if (stretches.isEmpty() || wallNanos(last()) >= STRETCH_NANOS) {
            stretches.add(new ArrayList<>());
        }
        last().add(pair);
    }

    /** Forget everything: rounds have a new length and cannot be compared with those before. */
    void restart() {
        stretches.clear();
    }

    /** Why the code is not warm yet; empty if it is. */
    Optional<String> missing() {
        List<List<Pair>> full = stretches.stream()
                .filter(stretch -> wallNanos(stretch) >= STRETCH_NANOS)
                .toList();
        if (full.size() < COMPARED) {
            return Optional.of("only " + full.size() + " of the " + COMPARED
                    + " stretches of rounds that are compared fitted into it");
        }
        return compiling(full.subList(full.size() - COMPARED, full.size()))
                .or(() -> unsteady("baseline", full, Pair::baseline))
                .or(() -> unsteady("contender", full, Pair::contender));
    }

    private List<Pair> last() {
        return stretches.get(stretches.size() - 1);
    }

    private static long wallNanos(List<Pair> stretch) {
        return stretch.stream().mapToLong(Pair::wallNanos).sum();
    }

    private static Optional<String> compiling(List<List<Pair>> compared) {
        List<Sample> rounds = compared.stream()
                .flatMap(List::stream)
                .flatMap(pair -> Stream.of(pair.baseline(), pair.contender()))
                .toList();
        double time = rounds.stream().mapToDouble(Sample::undisturbedNanos).sum();
        double compilation = rounds.stream()
                        .mapToDouble(round -> round.usage().compilationNanos())
                        .sum()
                / time;
        double code = rounds.stream()
                        .mapToDouble(round -> round.usage().bestCpuNanos())
                        .sum()
                / time;
        return compilation < QUIET || code + compilation < Sample.MOSTLY_WAITS
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT, "the JIT compiler still used %.0f %% of the time", 100 * compilation));
    }

    private static Optional<String> unsteady(String side, List<List<Pair>> full, Function<Pair, Sample> sample) {
        List<List<Sample>> rounds = full.stream()
                .map(stretch -> stretch.stream().map(sample).toList())
                .toList();
        List<Sample> compared = rounds.subList(rounds.size() - COMPARED, rounds.size()).stream()
                .flatMap(List::stream)
                .toList();
        boolean supplied = compared.stream().allMatch(Sample::wellSupplied);
        if (!supplied && compared.stream().allMatch(Sample::mostlyWaits)) {
            return Optional.empty();
        }
        ToDoubleFunction<Sample> time = supplied ? Sample::nanosPerExecution : Sample::cpuPerExecution;
        double[] medians = rounds.stream()
                .mapToDouble(stretch ->
                        Quantile.median(stretch.stream().mapToDouble(time).toArray()))
                .toArray();
        boolean oneEach = compared.size() == COMPARED;
        double spread = oneEach ? Math.min(spread(medians), spread(ofThree(medians))) : spread(medians);
        return spread <= AGREE
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT, "the last medians of the %s still differ by %.0f %%", side, 100 * (spread - 1)));
    }

    /** The medians of three values in a row, each one value later than the one before. */
    private static double[] ofThree(double[] values) {
        return IntStream.rangeClosed(0, values.length - 3)
                .mapToDouble(from -> Quantile.median(Arrays.copyOfRange(values, from, from + 3)))
                .toArray();
    }

    /** The greatest of the last three values / the least; infinite if there are fewer. */
    private static double spread(double[] values) {
        if (values.length < COMPARED) {
            return Double.POSITIVE_INFINITY;
        }
        double[] last = Arrays.copyOfRange(values, values.length - COMPARED, values.length);
        Arrays.sort(last);
        return last[COMPARED - 1] / last[0];
    }
}
