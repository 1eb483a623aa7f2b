package io.github.acrossexecutors.report;

import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import io.github.acrossexecutors.timing.Timings;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Records with figures that are easy to recognise. */
final class Records {

    private Records() {}

    static Round round(int number, boolean warmup, long wallMillis, OptionalLong cpuMillis) {
        long nanos = wallMillis * 1_000_000;
        OptionalLong cpuNanos =
                cpuMillis.isPresent() ? OptionalLong.of(cpuMillis.getAsLong() * 1_000_000) : OptionalLong.empty();
        Span span = new Span(0, "fixed-pool-1 quotes", 0, nanos, cpuNanos);
        return new Round(number, warmup, nanos, 1, 2_000_000, List.of(span));
    }

    static TestRecord record(String model, OptionalInt workers, TestStatus status, List<Round> rounds) {
        return record(model, new Timings(model, workers, 1, rounds), status, List.of());
    }

    static TestRecord record(String name, Timings timings, TestStatus status, List<String> notes) {
        return new TestRecord(
                "com.acme.PriceServiceTest",
                "quotes",
                "PriceServiceTest.quotes",
                name,
                "[engine:" + name + "]",
                "once",
                status,
                notes,
                timings);
    }
}
