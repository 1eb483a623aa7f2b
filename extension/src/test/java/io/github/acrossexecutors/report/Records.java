package io.github.acrossexecutors.report;

import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import io.github.acrossexecutors.timing.Timings;
import io.github.acrossexecutors.verdict.Bar;
import io.github.acrossexecutors.verdict.Figures;
import io.github.acrossexecutors.verdict.Ideal;
import io.github.acrossexecutors.verdict.Judgement;
import io.github.acrossexecutors.verdict.Reason;
import io.github.acrossexecutors.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
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

    /** A verdict with everything that can be known, or with as little as there can be. */
    static SpeedupRecord speedup(boolean full) {
        Bar bar = new Bar.AtLeast(3);
        OptionalDouble one = OptionalDouble.of(1);
        Judgement met = new Judgement(
                Verdict.MET,
                bar,
                Optional.of(new Ideal(8, 8)),
                Optional.empty(),
                Optional.of(new Figures(10, 9, 4, 5, one, one, one, 1, OptionalInt.of(8), one, 0)),
                List.of(new Judgement.PairTimes(8_000, 2_000, one)),
                "met");
        return new SpeedupRecord(
                "com.acme.PriceServiceTest",
                "quotes",
                "PriceServiceTest.quotes",
                "[engine:speedup " + full + "]",
                "FIXED_POOL at least 3x SEQUENTIAL",
                full ? met : Judgement.notMeasured(bar, Reason.TOO_FEW_CPUS, "Too few CPUs."));
    }
}
