package io.github.acrossexecutors.verdict;

import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What each subtask took beside those it submitted. One worker for all executes a subtask at the moment it is submitted,
 * within the time of whoever submits it, so their times added up would count it twice.
 */
final class OwnTimes {

    private static final Comparator<Span> OUTER_FIRST = Comparator.comparingLong(Span::startNanos)
            .thenComparing(Comparator.comparingLong(Span::endNanos).reversed())
            .thenComparingInt(Span::task);

    private OwnTimes() {}

    /** The round with spans shortened by those that lie within them on the same worker. */
    static Round of(Round round) {
        List<Span> own = new ArrayList<>();
        round.spans().stream()
                .collect(Collectors.groupingBy(Span::worker))
                .values()
                .forEach(spans -> addOwn(spans, own));
        return new Round(round.number(), round.warmup(), round.wallNanos(), round.gcCount(), round.gcNanos(), own);
    }

    private static void addOwn(List<Span> ofOneWorker, List<Span> own) {
        Deque<Open> open = new ArrayDeque<>();
        for (Span span : ofOneWorker.stream().sorted(OUTER_FIRST).toList()) {
            while (!open.isEmpty() && open.peek().whole.endNanos() < span.endNanos()) {
                own.add(open.pop().own());
            }
            if (!open.isEmpty()) {
                open.peek().contains(span);
            }
            open.push(new Open(span));
        }
        open.forEach(last -> own.add(last.own()));
    }

    /** A span, and what lies directly within it. */
    private static final class Open {

        private final Span whole;
        private long wallNanos;
        private long cpuNanos;

        Open(Span whole) {
            this.whole = whole;
        }

        void contains(Span inner) {
            wallNanos += inner.wallNanos();
            cpuNanos += inner.cpuNanos().orElse(0);
        }

        Span own() {
            OptionalLong cpu = whole.cpuNanos().isPresent()
                    ? OptionalLong.of(Math.max(0, whole.cpuNanos().getAsLong() - cpuNanos))
                    : OptionalLong.empty();
            long end = Math.max(whole.startNanos(), whole.endNanos() - wallNanos);
            return new Span(whole.task(), whole.worker(), whole.startNanos(), end, cpu);
        }
    }
}
