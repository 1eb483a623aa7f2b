package io.github.acrossexecutors.verdict;

import io.github.acrossexecutors.timing.Round;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * What was seen, over the pairs that got enough CPU time, or over all if those are
 * less than half.
 *
 * @param pairs how many pairs were measured
 * @param wellSupplied how many of them got enough CPU time
 * @param median the median of the paired ratios, baseline time / contender time
 * @param p90 the 90th percentile of the paired ratios
 * @param supply the median over all pairs of how much of the CPU time it could use the worse supplied round got; empty
 *     if nobody knows
 * @param runnableParallelism how many CPUs the contender was runnable for, the median; empty if nobody knows
 * @param cpuInflation the contender's CPU time / the baseline's, the median; empty if the baseline used none
 * @param cpuShare how many CPUs the contender kept busy, the median
 * @param peakOverlap how many of the contender's tasks were under way at once, the median; empty if it has none that
 *     tell their times
 * @param loadBalance the contender's CPU time / that of its busiest worker, the median; empty if nobody knows
 * @param collectionShare garbage collection / wall time, over all rounds
 */
public record Figures(
        int pairs,
        int wellSupplied,
        double median,
        double p90,
        OptionalDouble supply,
        OptionalDouble runnableParallelism,
        OptionalDouble cpuInflation,
        double cpuShare,
        OptionalInt peakOverlap,
        OptionalDouble loadBalance,
        double collectionShare) {

    private static final double WORTH_TELLING = 0.01;

    /** The figures of pairs; empty without pairs. */
    static Optional<Figures> of(List<Pair> pairs) {
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        List<Pair> good = pairs.stream().filter(Pair::wellSupplied).toList();
        List<Pair> judged = 2 * good.size() < pairs.size() ? pairs : good;
        double[] ratios = judged.stream().mapToDouble(Pair::ratio).toArray();
        return Optional.of(new Figures(
                pairs.size(),
                good.size(),
                Quantile.median(ratios),
                Quantile.of(ratios, 0.9),
                median(pairs, Pair::lowerSupply),
                median(judged, pair -> pair.contender().runnableParallelism()),
                median(judged, Pair::cpuInflation),
                median(judged, pair -> OptionalDouble.of(pair.contender().cpuShare()))
                        .orElseThrow(),
                peakOverlap(judged),
                median(
                        judged,
                        pair -> pair.contender().round().map(Round::loadBalance).orElse(OptionalDouble.empty())),
                collectionShare(pairs)));
    }

    private static OptionalInt peakOverlap(List<Pair> pairs) {
        OptionalDouble peak = median(
                pairs,
                pair -> pair.contender()
                        .round()
                        .filter(round -> !round.spans().isEmpty())
                        .map(round -> OptionalDouble.of(round.peakOverlap()))
                        .orElse(OptionalDouble.empty()));
        return peak.isPresent() ? OptionalInt.of((int) peak.getAsDouble()) : OptionalInt.empty();
    }

    private static double collectionShare(List<Pair> pairs) {
        double collecting = pairs.stream()
                .mapToDouble(pair -> pair.baseline().usage().collectionNanos()
                        + pair.contender().usage().collectionNanos())
                .sum();
        return collecting / pairs.stream().mapToLong(Pair::wallNanos).sum();
    }

    private static OptionalDouble median(List<Pair> pairs, Function<Pair, OptionalDouble> figure) {
        double[] known = pairs.stream()
                .map(figure)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        return known.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Quantile.median(known));
    }

    /** In words, for a message. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "median %.2f x, p90 %.2f x, %d pairs", median, p90, pairs));
        if (wellSupplied < pairs) {
            text.append(String.format(Locale.ROOT, ", %d of them with enough CPU time", wellSupplied));
        }
        supply.ifPresent(share -> text.append(String.format(Locale.ROOT, ", CPU supply %.2f", share)));
        runnableParallelism.ifPresent(
                value -> text.append(String.format(Locale.ROOT, ", runnable parallelism %.2f", value)));
        cpuInflation.ifPresent(value -> text.append(String.format(Locale.ROOT, ", CPU time %.2f x", value)));
        peakOverlap.ifPresent(peak -> text.append(", peak overlap ").append(peak));
        loadBalance.ifPresent(value -> text.append(String.format(Locale.ROOT, ", load balance %.2f", value)));
        if (collectionShare >= WORTH_TELLING) {
            text.append(String.format(Locale.ROOT, ", GC %.0f %% of the time", 100 * collectionShare));
        }
        return text.toString();
    }
}
