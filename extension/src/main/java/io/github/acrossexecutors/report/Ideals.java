package io.github.acrossexecutors.report;

import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import io.github.acrossexecutors.timing.Timings;
import io.github.acrossexecutors.verdict.Ideal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How fast a round could be at best: the ideal, by the tasks of {@code SEQUENTIAL} and the workers of each other model.
 *
 * <p>It is told only of several copies of a body measured in more than one round: a single round is cold, and its longest
 * task would pass for a bound.
 */
final class Ideals {

    private static final String BASELINE = "SEQUENTIAL";

    /** A body, as far as records tell: several dynamic tests may have one name. */
    private record Body(String className, String test) {}

    /** Without spans where several bodies are one to this map, and nobody knows which is meant. */
    private final Map<Body, List<Span>> baselines = new HashMap<>();

    private int processors = 1;

    /** What follows was measured in another JVM. */
    void on(int availableProcessors) {
        processors = availableProcessors;
        baselines.clear();
    }

    /** The least time a round of this test could take, in nanoseconds; null if nobody knows. */
    @Nullable
    Long nanos(TestRecord test) {
        Timings timings = test.timings();
        if (!test.meaning().equals("copies") || timings.measured().size() < 2 || timings.tasks() < 2) {
            return null;
        }
        Body body = new Body(test.className(), test.test());
        if (timings.model().equals(BASELINE)) {
            baselines.merge(body, medianRound(timings.measured()).spans(), (one, other) -> List.of());
            return null;
        }
        List<Span> baseline = baselines.getOrDefault(body, List.of());
        if (baseline.isEmpty() || timings.workers().isEmpty()) {
            return null;
        }
        int workers = timings.workers().getAsInt();
        boolean waitsOverlap =
                timings.measured().stream().mapToInt(Round::peakOverlap).max().orElse(0) > workers;
        OptionalDouble ideal = waitsOverlap
                ? Ideal.of(baseline, timings.tasks(), Math.min(workers, processors))
                : Ideal.of(baseline, workers, processors);
        return ideal.isEmpty() ? null : Math.round(total(baseline) / ideal.getAsDouble());
    }

    private static Round medianRound(List<Round> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingLong(Round::wallNanos))
                .skip((rounds.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }

    private static double total(List<Span> spans) {
        return spans.stream().mapToLong(Span::wallNanos).sum();
    }
}
