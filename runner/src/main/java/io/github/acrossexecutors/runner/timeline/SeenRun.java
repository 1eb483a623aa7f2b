package io.github.acrossexecutors.runner.timeline;

import io.github.acrossexecutors.report.TestRecord;
import io.github.acrossexecutors.report.TestStatus;
import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.link.MethodResult;
import io.github.acrossexecutors.runner.link.RoundSeen;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import io.github.acrossexecutors.timing.Timings;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A run in the words of the extension's report: a test method is a test, the run, or a part of it that the test tells apart, is
 * its model, and what a thread was seen doing is a task.
 *
 * @param entry the koan
 * @param judged what was judged, as learners call it
 * @param time when
 * @param run what was observed
 */
record SeenRun(Entry entry, String judged, LocalTime time, Outcome.Observed run) {

    private static final int FEWEST_SPANS = 2;

    private static final String MEANING =
            "A bar is a request for a slow page, from its arrival to its answer, or a thread's stay where the test held it."
                    + " Where a test wants pages on their way together, the site waits up to a second for the others.";

    SeenRun {
        time = time.truncatedTo(ChronoUnit.SECONDS);
    }

    List<RoundSeen> rounds() {
        return run.rounds();
    }

    List<TestRecord> tests() {
        List<TestRecord> tests = new ArrayList<>();
        for (MethodResult result : run.results()) {
            Map<String, List<RoundSeen>> parts = new LinkedHashMap<>();
            rounds().stream()
                    .filter(round -> round.method().equals(result.method()))
                    .forEach(round -> parts.computeIfAbsent(round.name(), name -> new ArrayList<>())
                            .add(round));
            parts.forEach((name, rounds) -> test(result, name, rounds).ifPresent(tests::add));
        }
        return tests;
    }

    private Optional<TestRecord> test(MethodResult result, String name, List<RoundSeen> seen) {
        if (seen.stream().mapToInt(round -> round.spans().size()).sum() < FEWEST_SPANS) {
            return Optional.empty();
        }
        List<Round> rounds = new ArrayList<>();
        for (RoundSeen one : seen) {
            rounds.add(round(rounds.size() + 1, one));
        }
        String model = (name.isEmpty() ? judged : name) + ", " + time;
        int tasks = rounds.getLast().spans().size();
        return Optional.of(new TestRecord(
                entry.testClassName(),
                result.method(),
                entry.id() + ", " + result.guarantee() + ". " + words(result.method()),
                result.method(),
                "[koan:" + entry.id() + "]/[method:" + result.method() + "]/[run:" + model + "]",
                "observed",
                status(result.status()),
                List.of(MEANING),
                new Timings(model, OptionalInt.empty(), tasks, rounds)));
    }

    /** {@code theFourFetchesOverlap} as a sentence begins. */
    static String words(String method) {
        String words = method.replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static TestStatus status(MethodResult.Status status) {
        return switch (status) {
            case PASSED -> TestStatus.PASSED;
            case FAILED -> TestStatus.FAILED;
            case ABORTED, SKIPPED -> TestStatus.ABORTED;
        };
    }

    /** The clock of a round begins with its first span. */
    private static Round round(int number, RoundSeen seen) {
        long start = seen.spans().stream()
                .mapToLong(RoundSeen.SpanSeen::startNanos)
                .min()
                .orElse(0);
        List<Span> spans = seen.spans().stream()
                .map(span -> new Span(
                        span.task(),
                        span.worker(),
                        span.startNanos() - start,
                        span.endNanos() - start,
                        span.cpuNanos() < 0 ? OptionalLong.empty() : OptionalLong.of(span.cpuNanos())))
                .toList();
        long wall = spans.stream().mapToLong(Span::endNanos).max().orElse(0);
        return new Round(number, false, wall, seen.gcCount(), seen.gcNanos(), spans);
    }
}
