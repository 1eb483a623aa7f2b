package io.github.acrossexecutors.verdict;

import static io.github.acrossexecutors.verdict.Samples.alone;
import static io.github.acrossexecutors.verdict.Samples.nanos;
import static io.github.acrossexecutors.verdict.Samples.pair;
import static io.github.acrossexecutors.verdict.Samples.sample;
import static io.github.acrossexecutors.verdict.Samples.starved;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("A judgement")
class StandingTests {

    private static final Expectation TWO = Expectation.atLeast(2, ErrorBudget.among(1));
    private static final List<Pair> NONE = List.of();

    @Test
    @DisplayName("is met after 9 pairs above the bar, not after 8")
    void met() {
        assertThat(Standing.of(nCopies(8, pair(2.1)), NONE, TWO)).isEqualTo(Standing.OPEN);
        assertThat(Standing.of(nCopies(9, pair(2.1)), NONE, TWO)).isEqualTo(Standing.MET);
    }

    @Test
    @DisplayName("is to be repeated after 12 pairs below the bar, not after 11")
    void toBeRepeated() {
        assertThat(Standing.of(nCopies(11, pair(1.9)), NONE, TWO)).isEqualTo(Standing.OPEN);
        assertThat(Standing.of(nCopies(12, pair(1.9)), NONE, TWO)).isEqualTo(Standing.TO_BE_REPEATED);
    }

    @Test
    @DisplayName("is not met after a second block of 12, not after 11")
    void notMet() {
        List<Pair> first = nCopies(12, pair(1.9));
        assertThat(Standing.of(first, nCopies(11, pair(1.9)), TWO)).isEqualTo(Standing.TO_BE_REPEATED);
        assertThat(Standing.of(first, nCopies(12, pair(1.9)), TWO)).isEqualTo(Standing.NOT_MET);
    }

    @Test
    @DisplayName("is contradicted where the second block says met")
    void contradicted() {
        assertThat(Standing.of(nCopies(12, pair(1.9)), nCopies(9, pair(2.1)), TWO))
                .isEqualTo(Standing.CONTRADICTED);
    }

    @Test
    @DisplayName("stays open at the bar exactly, however many pairs there are")
    void exactlyAtTheBar() {
        assertThat(Standing.of(nCopies(200, pair(2)), NONE, TWO)).isEqualTo(Standing.OPEN);
    }

    @Test
    @DisplayName("does not change when later pairs turn: it was made while looking after every pair")
    void decisionsStay() {
        List<Pair> turned = Stream.concat(nCopies(9, pair(2.1)).stream(), nCopies(50, pair(1)).stream())
                .toList();
        assertThat(Standing.of(turned, NONE, TWO)).isEqualTo(Standing.MET);
    }

    @Test
    @DisplayName("goes on into the second block of a measurement without a bar")
    void overBothBlocks() {
        assertThat(Standing.of(nCopies(5, pair(2.1)), nCopies(4, pair(2.1)), TWO))
                .isEqualTo(Standing.MET);
    }

    @Test
    @DisplayName("needs more pairs where ten expectations share the error")
    void sharedError() {
        Expectation shared = Expectation.atLeast(2, ErrorBudget.among(10));
        assertThat(Standing.of(nCopies(12, pair(2.1)), NONE, shared)).isEqualTo(Standing.OPEN);
        assertThat(Standing.of(nCopies(13, pair(2.1)), NONE, shared)).isEqualTo(Standing.MET);
    }

    @Test
    @DisplayName("of pairs that are not warm goes by their waiting alone")
    void cold() {
        Pair waits = new Pair(sample(90, 30, 0), sample(30, 10, 0)).cold();
        assertThat(Standing.of(nCopies(9, waits), NONE, Expectation.atLeast(1.9, ErrorBudget.among(1))))
                .isEqualTo(Standing.MET);
        assertThat(Standing.of(nCopies(200, waits), NONE, Expectation.atLeast(2.5, ErrorBudget.among(1))))
                .isEqualTo(Standing.OPEN);
        assertThat(Standing.of(nCopies(200, pair(3).cold()), NONE, TWO)).isEqualTo(Standing.OPEN);
    }

    @Nested
    @DisplayName("of pairs without enough CPU time")
    class Starved {

        private final Expectation withIdeal = Expectation.atLeast(1.4, ErrorBudget.among(1), new Ideal(2, 2));
        private final Pair parallel = new Pair(sample(200, 100, 100), sample(110, 100, 100));
        private final Pair serial = new Pair(sample(200, 100, 100), sample(200, 100, 110));

        @Test
        @DisplayName("stays open where no ideal is claimed")
        void noIdeal() {
            assertThat(Standing.of(nCopies(200, starved(3)), NONE, TWO)).isEqualTo(Standing.OPEN);
            assertThat(Standing.of(nCopies(200, starved(0.5)), NONE, TWO)).isEqualTo(Standing.OPEN);
        }

        @Test
        @DisplayName("is met where code that mostly waits would be fast enough even if only its baseline was held up")
        void metByBound() {
            Pair held = new Pair(sample(90, 2, 24), sample(30, 3, 20));
            assertThat(Standing.of(nCopies(9, held), NONE, TWO)).isEqualTo(Standing.MET);
            Pair heldMore = new Pair(sample(90, 2, 31), sample(30, 3, 20));
            assertThat(Standing.of(nCopies(200, heldMore), NONE, TWO)).isEqualTo(Standing.OPEN);
            Pair overlapping = new Pair(sample(64, 2, 0), sample(8, 4, 9));
            assertThat(Standing.of(nCopies(9, overlapping), NONE, withIdeal)).isEqualTo(Standing.MET);
        }

        @Test
        @DisplayName("is not met where code that mostly waits would be too slow even if only the contender was held up")
        void notMetByBound() {
            Pair held = new Pair(sample(60, 2, 20), sample(60, 3, 29));
            assertThat(Standing.of(nCopies(12, held), nCopies(12, held), TWO)).isEqualTo(Standing.NOT_MET);
            Pair heldMore = new Pair(sample(60, 2, 20), sample(60, 3, 31));
            assertThat(Standing.of(nCopies(200, heldMore), NONE, TWO)).isEqualTo(Standing.OPEN);
            Pair heldAll = new Pair(sample(60, 2, 20), sample(60, 3, 90));
            assertThat(Standing.of(nCopies(200, heldAll), NONE, TWO)).isEqualTo(Standing.OPEN);
        }

        @Test
        @DisplayName("is met by a parallelism of at least 0.8 of the ideal")
        void metByParallelism() {
            assertThat(Standing.of(nCopies(9, parallel), NONE, withIdeal)).isEqualTo(Standing.MET);
        }

        @Test
        @DisplayName("is not met by a parallelism below 0.6 of the ideal")
        void notMetByParallelism() {
            assertThat(Standing.of(nCopies(12, serial), nCopies(12, serial), withIdeal))
                    .isEqualTo(Standing.NOT_MET);
        }

        @Test
        @DisplayName(
                "is not met by a parallelism of threads that wake each other up, nor of code that burns more CPU time")
        void notByWakeUpsNorBySpinning() {
            Usage woken = new Usage(
                    new ThreadTimes(nanos(100), nanos(100)),
                    nanos(33),
                    0,
                    nanos(100),
                    0,
                    0,
                    0,
                    0,
                    OptionalDouble.empty());
            Pair lock = new Pair(sample(200, 100, 100), sample(110, woken));
            Pair spins = new Pair(sample(200, 100, 100), sample(110, 115, 115));
            assertThat(Standing.of(nCopies(200, lock), NONE, withIdeal)).isEqualTo(Standing.OPEN);
            assertThat(Standing.of(nCopies(200, spins), NONE, withIdeal)).isEqualTo(Standing.OPEN);
        }

        @Test
        @DisplayName("is never not met by a parallelism of threads on shared cores")
        void serialOnSharedCores() {
            Pair shared = serial.withCoresInDoubt();
            assertThat(Standing.of(nCopies(200, shared), nCopies(200, shared), withIdeal))
                    .isEqualTo(Standing.OPEN);
        }

        @Test
        @DisplayName("is not decided by a parallelism that the clock contradicts")
        void clockMustLeanTheSameWay() {
            Pair slow = new Pair(sample(100, 50, 50), sample(110, 50, 150));
            Pair fast = new Pair(sample(290, 145, 145), sample(200, 100, 105));
            assertThat(Standing.of(nCopies(200, slow), NONE, withIdeal)).isEqualTo(Standing.OPEN);
            assertThat(Standing.of(nCopies(200, fast), NONE, withIdeal)).isEqualTo(Standing.OPEN);
        }

        @Test
        @DisplayName("stays open between 0.6 and 0.8 of the ideal")
        void between() {
            Pair middling = new Pair(sample(200, 100, 100), sample(143, 100, 100));
            assertThat(Standing.of(nCopies(200, middling), NONE, withIdeal)).isEqualTo(Standing.OPEN);
        }

        @Test
        @DisplayName("asks for the bar, too, where it is above 0.8 of the ideal")
        void barAboveShareOfIdeal() {
            Expectation high = Expectation.atLeast(1.9, ErrorBudget.among(1), new Ideal(2, 2));
            assertThat(Standing.of(nCopies(200, parallel), NONE, high)).isEqualTo(Standing.OPEN);
        }

        @Test
        @DisplayName("stays open where the rounds with enough CPU time say otherwise")
        void contradictedByClock() {
            List<Pair> pairs = Stream.concat(nCopies(3, pair(1)).stream(), nCopies(40, parallel).stream())
                    .toList();
            assertThat(Standing.of(pairs, NONE, withIdeal)).isEqualTo(Standing.OPEN);
        }
    }

    @Test
    @DisplayName("is never not met where the contender wanted more CPUs than there are, but may be met")
    void tooFewCpus() {
        Pair slow = new Pair(alone(100), sample(100, 198, 600));
        Pair fast = new Pair(alone(300), sample(100, 198, 600));
        assertThat(Standing.of(nCopies(100, slow), NONE, TWO)).isEqualTo(Standing.OPEN);
        assertThat(Standing.of(nCopies(9, fast), NONE, TWO)).isEqualTo(Standing.MET);
    }

    @Test
    @DisplayName("is never not met where the CPUs slowed each other down, but may be met")
    void sharedCores() {
        Pair slow = new Pair(alone(100), sample(100, 190, 0)).withCoresInDoubt();
        Pair fast = new Pair(alone(300), sample(100, 190, 0)).withCoresInDoubt();
        assertThat(Standing.of(nCopies(100, slow), NONE, TWO)).isEqualTo(Standing.OPEN);
        assertThat(Standing.of(nCopies(9, fast), NONE, TWO)).isEqualTo(Standing.MET);
    }
}
