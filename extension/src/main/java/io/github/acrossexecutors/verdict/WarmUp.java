package io.github.acrossexecutors.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Tells when code is warm: over the last three stretches the JIT compiler took under 2 % of the wall time, and the
 * medians of the three agree within 10 %, for both contestants. A stretch is as many pairs as it takes to fill 60 ms,
 * and at least one.
 *
 * <p>The medians are of wall time. Where others use the CPUs that says nothing about warmth: then they are of CPU time,
 * and of code that mostly waits only the compiler is asked. The JVM counts a compiler thread that waits for a CPU as
 * compiling; its time, and that of the rounds, is taken without the waiting, as far as the scheduler tells.
 */
final class WarmUp {

    private static final long STRETCH_NANOS = 60_000_000;
    private static final int STRETCHES = 3;
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
        if (full.size() < STRETCHES) {
            return Optional.of("only " + full.size() + " of the " + STRETCHES
                    + " stretches of rounds that are compared fitted into it");
        }
        List<List<Pair>> compared = full.subList(full.size() - STRETCHES, full.size());
        double compiling = compilationShare(compared);
        if (compiling >= QUIET) {
            return Optional.of(
                    String.format(Locale.ROOT, "the JIT compiler still took %.0f %% of the time", 100 * compiling));
        }
        return unsteady("baseline", compared, Pair::baseline)
                .or(() -> unsteady("contender", compared, Pair::contender));
    }

    private List<Pair> last() {
        return stretches.get(stretches.size() - 1);
    }

    private static long wallNanos(List<Pair> stretch) {
        return stretch.stream().mapToLong(Pair::wallNanos).sum();
    }

    private static double compilationShare(List<List<Pair>> stretches) {
        List<Sample> rounds = stretches.stream()
                .flatMap(List::stream)
                .flatMap(pair -> Stream.of(pair.baseline(), pair.contender()))
                .toList();
        return rounds.stream().mapToDouble(Sample::compilingNanos).sum()
                / rounds.stream().mapToDouble(Sample::undisturbedNanos).sum();
    }

    private static Optional<String> unsteady(String side, List<List<Pair>> stretches, Function<Pair, Sample> sample) {
        List<Sample> all = stretches.stream().flatMap(List::stream).map(sample).toList();
        boolean supplied = all.stream().allMatch(Sample::wellSupplied);
        if (!supplied && all.stream().allMatch(Sample::mostlyWaits)) {
            return Optional.empty();
        }
        ToDoubleFunction<Sample> time = supplied ? Sample::nanosPerExecution : Sample::cpuPerExecution;
        double[] medians = stretches.stream()
                .mapToDouble(stretch -> Quantile.median(
                        stretch.stream().map(sample).mapToDouble(time).toArray()))
                .sorted()
                .toArray();
        double spread = medians[medians.length - 1] / medians[0];
        return spread <= AGREE
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT, "the last medians of the %s still differ by %.0f %%", side, 100 * (spread - 1)));
    }
}
