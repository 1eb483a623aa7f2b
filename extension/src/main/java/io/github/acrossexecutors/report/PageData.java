package io.github.acrossexecutors.report;

import io.github.acrossexecutors.timing.Pin;
import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import io.github.acrossexecutors.timing.Timings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the page gets of a test: figures for the overview, and spans as columns of numbers, a third of the report's size. */
final class PageData {

    private PageData() {}

    /** The figures of a test; its rounds' peaks are those of {@link #rounds}. */
    static Map<String, @Nullable Object> test(TestRecord test) {
        Timings timings = test.timings();
        List<Round> measured = timings.measured();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("class", test.className());
        map.put("method", test.method());
        map.put("test", test.test());
        map.put("displayName", test.displayName());
        map.put("model", timings.model());
        map.put("meaning", test.meaning());
        map.put("status", test.status().name().toLowerCase(Locale.ROOT));
        map.put("tasks", timings.tasks());
        map.put("workers", orNull(timings.workers()));
        map.put("rounds", measured.size());
        map.put("warmups", timings.rounds().size() - measured.size());
        map.put("median", orNull(timings.medianWallNanos()));
        map.put("least", orNull(measured.stream().mapToLong(Round::wallNanos).min()));
        map.put("greatest", orNull(measured.stream().mapToLong(Round::wallNanos).max()));
        map.put("cpu", orNull(medianCpu(measured)));
        map.put("peak", measured.stream().mapToInt(Round::peakOverlap).max().orElse(0));
        map.put("notes", test.notes());
        return map;
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

    static List<Map<String, @Nullable Object>> rounds(List<Round> rounds) {
        return rounds.stream().map(PageData::round).toList();
    }

    private static Map<String, @Nullable Object> round(Round round) {
        List<Span> spans = round.spans();
        Map<String, Integer> workers = new LinkedHashMap<>();
        List<Integer> workerOf = new ArrayList<>(spans.size());
        for (Span span : spans) {
            workerOf.add(workers.computeIfAbsent(span.worker(), name -> workers.size()));
        }
        boolean inOrder =
                IntStream.range(0, spans.size()).allMatch(i -> spans.get(i).task() == i);
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("number", round.number());
        map.put("warmup", round.warmup());
        map.put("wall", round.wallNanos());
        map.put("peak", round.peakOverlap());
        map.put("gcCount", round.gcCount());
        map.put("gc", round.gcNanos());
        map.put("pins", round.pins().map(PageData::pins).orElse(null));
        map.put("workers", List.copyOf(workers.keySet()));
        map.put("worker", workerOf);
        map.put("task", inOrder ? null : column(spans, Span::task));
        map.put("start", column(spans, Span::startNanos));
        map.put("took", column(spans, Span::wallNanos));
        boolean nobodyKnows = spans.stream().allMatch(span -> span.cpuNanos().isEmpty());
        map.put(
                "cpu",
                nobodyKnows ? null : column(spans, span -> span.cpuNanos().orElse(-1)));
        return map;
    }

    private static JsonText.Raw column(List<Span> spans, ToLongFunction<Span> value) {
        StringBuilder text = new StringBuilder("[");
        for (Span span : spans) {
            text.append(text.length() == 1 ? "" : ",").append(value.applyAsLong(span));
        }
        return new JsonText.Raw(text.append(']').toString());
    }

    private static int pins(List<Pin> pins) {
        return pins.stream().mapToInt(Pin::count).sum();
    }

    private static @Nullable Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private static @Nullable Integer orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
