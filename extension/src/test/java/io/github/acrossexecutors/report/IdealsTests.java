package io.github.acrossexecutors.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import io.github.acrossexecutors.timing.Timings;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ideal on the page: by the sequential times of the very test. */
class IdealsTests {

    private final Ideals ideals = new Ideals();

    @BeforeEach
    void onTwoProcessors() {
        ideals.on(2);
    }

    /** Two rounds of two tasks that take equally long, one after the other or, with two workers, beside each other. */
    private static TestRecord test(String className, String model, int workers, long tookNanos) {
        List<Span> spans = IntStream.range(0, 2)
                .mapToObj(task -> {
                    long start = workers == 1 ? task * tookNanos : 0;
                    return new Span(task, "w-" + task, start, start + tookNanos, OptionalLong.of(tookNanos));
                })
                .toList();
        List<Round> rounds = IntStream.rangeClosed(1, 2)
                .mapToObj(number -> new Round(number, false, tookNanos * 2 / workers, 0, 0, spans))
                .toList();
        return new TestRecord(
                className,
                "works",
                "ServiceTest.works",
                "works",
                "id",
                "copies",
                TestStatus.PASSED,
                List.of(),
                new Timings(model, OptionalInt.of(workers), 2, rounds));
    }

    @Test
    void areThoseOfTheirOwnClass() {
        ideals.nanos(test("a.ServiceTest", "SEQUENTIAL", 1, 1_000));
        ideals.nanos(test("b.ServiceTest", "SEQUENTIAL", 1, 9_000));

        assertThat(ideals.nanos(test("a.ServiceTest", "FIXED_POOL", 2, 1_000))).isEqualTo(1_000);
        assertThat(ideals.nanos(test("b.ServiceTest", "FIXED_POOL", 2, 9_000))).isEqualTo(9_000);
        assertThat(ideals.nanos(test("c.ServiceTest", "FIXED_POOL", 2, 9_000))).isNull();
    }

    @Test
    void areNotToldOfSeveralTestsOfOneName() {
        ideals.nanos(test("a.ServiceTest", "SEQUENTIAL", 1, 1_000));
        ideals.nanos(test("a.ServiceTest", "SEQUENTIAL", 1, 9_000));

        assertThat(ideals.nanos(test("a.ServiceTest", "FIXED_POOL", 2, 1_000))).isNull();
    }
}
