package io.github.acrossexecutors.timing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * All tasks of a body, executed once under one model.
 *
 * @param number the round's number, from 1; warm-up rounds are counted before the measured ones
 * @param warmup whether it only warmed up and is not judged
 * @param wallNanos from the opening of the gate to the end of the last task, in nanoseconds; not negative
 * @param gcCount how many garbage collections began meanwhile in this JVM, or while tasks ran in the JVMs that executed them
 * @param gcNanos the time they took, in nanoseconds, at the millisecond resolution of the JVM's own count
 * @param spans one span per task that ended, in the order of the tasks
 * @param pins what pinned its virtual threads, the longest first; empty if nobody watched
 */
public record Round(
        int number,
        boolean warmup,
        long wallNanos,
        long gcCount,
        long gcNanos,
        List<Span> spans,
        Optional<List<Pin>> pins) {

    /**
     * Check the values and sort the spans by task.
     *
     * @throws IllegalArgumentException if the number is below 1 or a time or count negative
     */
    public Round {
        if (number < 1 || wallNanos < 0 || gcCount < 0 || gcNanos < 0) {
            throw new IllegalArgumentException("no round: number " + number + ", " + wallNanos + " ns, " + gcCount
                    + " collections of " + gcNanos + " ns");
        }
        spans = sortedByTask(spans);
        pins = pins.map(known -> known.stream()
                .sorted(Comparator.comparingLong(Pin::longestNanos).reversed())
                .toList());
    }

    private static List<Span> sortedByTask(List<Span> spans) {
        int last = -1;
        for (Span span : spans) {
            if (span.task() < last) {
                return spans.stream()
                        .sorted(Comparator.comparingInt(Span::task))
                        .toList();
            }
            last = span.task();
        }
        return List.copyOf(spans);
    }

    /**
     * A round of which nobody knows the pins.
     *
     * @param number its number
     * @param warmup whether it only warmed up
     * @param wallNanos its wall time
     * @param gcCount its garbage collections
     * @param gcNanos their time
     * @param spans its spans
     * @throws IllegalArgumentException as above
     */
    public Round(int number, boolean warmup, long wallNanos, long gcCount, long gcNanos, List<Span> spans) {
        this(number, warmup, wallNanos, gcCount, gcNanos, spans, Optional.empty());
    }

    /**
     * Add what has become known after the round.
     *
     * @param known its pins, alike ones folded
     * @return this round with them
     */
    public Round withPins(List<Pin> known) {
        return new Round(number, warmup, wallNanos, gcCount, gcNanos, spans, Optional.of(known));
    }

    /**
     * {@return the CPU time of all tasks in nanoseconds; empty if that of a single one is unknown}
     */
    public OptionalLong cpuNanos() {
        if (spans.stream().anyMatch(span -> span.cpuNanos().isEmpty())) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                spans.stream().mapToLong(span -> span.cpuNanos().getAsLong()).sum());
    }

    /**
     * {@return the CPU time of all tasks / that of the busiest worker's: what this split of the work can gain by being
     * spread over its workers; empty if the CPU time of a task is unknown, or there is none}
     */
    public OptionalDouble loadBalance() {
        OptionalLong all = cpuNanos();
        long busiest = all.isEmpty()
                ? 0
                : spans.stream()
                        .collect(Collectors.groupingBy(
                                Span::worker,
                                Collectors.summingLong(span -> span.cpuNanos().getAsLong())))
                        .values()
                        .stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(0);
        return busiest == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) all.getAsLong() / busiest);
    }

    /**
     * {@return the greatest number of tasks that were under way at one moment}
     */
    public int peakOverlap() {
        long[] starts = sorted(false, Span::startNanos);
        long[] ends = sorted(false, Span::endNanos);
        int peak = 0;
        int ended = 0;
        // At the same nanosecond an end comes first: tasks that only touch do not overlap.
        for (int begun = 1; begun <= starts.length; begun++) {
            while (ends[ended] <= starts[begun - 1]) {
                ended++;
            }
            peak = Math.max(peak, begun - ended);
        }
        // A task too short for the clock comes between ends and starts, by itself.
        int begun = 0;
        ended = 0;
        for (long moment : sorted(true, Span::startNanos)) {
            while (begun < starts.length && starts[begun] < moment) {
                begun++;
            }
            while (ended < ends.length && ends[ended] <= moment) {
                ended++;
            }
            peak = Math.max(peak, begun - ended + 1);
        }
        return peak;
    }

    private long[] sorted(boolean tooShort, ToLongFunction<Span> time) {
        return spans.stream()
                .filter(span -> (span.wallNanos() == 0) == tooShort)
                .mapToLong(time)
                .sorted()
                .toArray();
    }
}
