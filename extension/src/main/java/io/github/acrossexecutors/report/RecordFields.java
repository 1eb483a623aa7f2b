package io.github.acrossexecutors.report;

import io.github.acrossexecutors.timing.Pin;
import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import io.github.acrossexecutors.verdict.Figures;
import io.github.acrossexecutors.verdict.Ideal;
import io.github.acrossexecutors.verdict.Judgement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What {@code report.json} tells of a test, or of an expectation, field by field. */
final class RecordFields {

    private RecordFields() {}

    static Map<String, @Nullable Object> of(SpeedupRecord result) {
        Judgement judgement = result.judgement();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("class", result.className());
        map.put("method", result.method());
        map.put("test", result.test());
        map.put("uniqueId", result.uniqueId());
        map.put("expectation", result.expectation());
        map.put("verdict", result.verdict());
        map.put("reason", result.reason().orElse(null));
        map.put("ideal", judgement.ideal().map(Ideal::here).orElse(null));
        map.put("figures", judgement.figures().map(RecordFields::figures).orElse(null));
        map.put("pairs", judgement.pairs().stream().map(RecordFields::pair).toList());
        map.put("message", judgement.message());
        return map;
    }

    private static Map<String, @Nullable Object> figures(Figures figures) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("median", figures.median());
        map.put("p90", figures.p90());
        map.put("wellSupplied", figures.wellSupplied());
        map.put("supply", orNull(figures.supply()));
        map.put("runnableParallelism", orNull(figures.runnableParallelism()));
        map.put("cpuInflation", orNull(figures.cpuInflation()));
        map.put("peakOverlap", orNull(figures.peakOverlap()));
        map.put("loadBalance", orNull(figures.loadBalance()));
        map.put("collectionShare", figures.collectionShare());
        return map;
    }

    private static Map<String, @Nullable Object> pair(Judgement.PairTimes pair) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("baselineNanos", pair.baselineNanos());
        map.put("contenderNanos", pair.contenderNanos());
        map.put("supply", orNull(pair.supply()));
        return map;
    }

    static Map<String, @Nullable Object> of(TestRecord result) {
        Map<String, @Nullable Object> test = new LinkedHashMap<>();
        test.put("class", result.className());
        test.put("method", result.method());
        test.put("test", result.test());
        test.put("displayName", result.displayName());
        test.put("uniqueId", result.uniqueId());
        test.put("model", result.timings().model());
        test.put("meaning", result.meaning());
        test.put("status", result.status().name().toLowerCase(Locale.ROOT));
        test.put("tasks", result.timings().tasks());
        test.put("workers", orNull(result.timings().workers()));
        test.put("medianWallNanos", orNull(result.timings().medianWallNanos()));
        test.put("notes", result.notes());
        test.put(
                "rounds",
                result.timings().rounds().stream().map(RecordFields::round).toList());
        return test;
    }

    private static Map<String, @Nullable Object> round(Round round) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("number", round.number());
        map.put("warmup", round.warmup());
        map.put("wallNanos", round.wallNanos());
        map.put("cpuNanos", orNull(round.cpuNanos()));
        map.put("gcCount", round.gcCount());
        map.put("gcNanos", round.gcNanos());
        map.put("peakOverlap", round.peakOverlap());
        map.put(
                "pins",
                round.pins()
                        .map(pins -> pins.stream().map(RecordFields::pin).toList())
                        .orElse(null));
        map.put("spans", spans(round));
        return map;
    }

    private static Map<String, @Nullable Object> pin(Pin pin) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("reason", pin.reason());
        map.put("frame", pin.frame().orElse(null));
        map.put("count", pin.count());
        map.put("longestNanos", pin.longestNanos());
        map.put("totalNanos", pin.totalNanos());
        return map;
    }

    /** There may be a million, hence no map. */
    private static JsonText.Raw spans(Round round) {
        StringBuilder text = new StringBuilder("[");
        for (Span span : round.spans()) {
            text.append(text.length() == 1 ? "{\"task\":" : ",{\"task\":").append(span.task());
            JsonText.quote(span.worker(), text.append(",\"worker\":"));
            text.append(",\"startNanos\":").append(span.startNanos());
            text.append(",\"endNanos\":").append(span.endNanos());
            text.append(",\"cpuNanos\":").append(orNull(span.cpuNanos())).append('}');
        }
        return new JsonText.Raw(text.append(']').toString());
    }

    private static @Nullable Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static @Nullable Integer orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }
}
