package io.github.acrossexecutors.pinning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.timing.Pin;
import io.github.acrossexecutors.timing.Round;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pins of a test")
class PinnedRoundsTests {

    private static final Instant ZERO = Instant.parse("2026-11-22T00:00:00Z");
    private static final String WHERE = "com.acme.Prices.read(Prices.java:12)";

    /** Knows its events beforehand, and what it was asked. */
    private static final class Recorded implements PinSource {
        private final List<PinEvent> events;
        private final List<Instant> asked = new ArrayList<>();

        Recorded(PinEvent... events) {
            this.events = List.of(events);
        }

        @Override
        public List<PinEvent> since(Instant start) {
            asked.add(start);
            return events;
        }

        @Override
        public void close() {}
    }

    private static Instant at(long millis) {
        return ZERO.plusMillis(millis);
    }

    private static PinEvent pin(long thread, long start, long millis, String reason) {
        return new PinEvent(thread, at(start), Duration.ofMillis(millis), reason, Optional.of(WHERE));
    }

    private static Round round(int number, long wallMillis) {
        return new Round(number, false, wallMillis * 1_000_000, 0, 0, List.of());
    }

    /** Round 1 from 100 to 200 ms on threads 1 and 2, round 2 from 200 to 300 ms on 2 and 3. */
    private static PinnedRounds twoRounds(PinSource source) {
        PinnedRounds rounds = new PinnedRounds(PinWatch.start(() -> source));
        rounds.add(round(1, 100), at(100), at(200), Set.of(1L, 2L));
        rounds.add(round(2, 100), at(200), at(300), Set.of(2L, 3L));
        return rounds;
    }

    private static List<Optional<List<Pin>>> pins(PinnedRounds.Found found) {
        return found.rounds().stream().map(Round::pins).toList();
    }

    private static Optional<List<Pin>> known(Pin... pins) {
        return Optional.of(List.of(pins));
    }

    private static Pin folded(String reason, int count, long longestMillis, long totalMillis) {
        return new Pin(reason, Optional.of(WHERE), count, longestMillis * 1_000_000, totalMillis * 1_000_000);
    }

    @Test
    @DisplayName("are those of a round's own threads during that round, told by their middle")
    void belongToRoundsByThreadAndTime() {
        PinnedRounds.Found found = twoRounds(new Recorded(
                        pin(1, 110, 10, "a"),
                        pin(1, 210, 10, "its thread has no part in round 2"),
                        pin(3, 110, 10, "its thread has no part in round 1"),
                        pin(9, 110, 10, "somebody else's"),
                        pin(2, 20, 70, "before"),
                        pin(2, 290, 40, "after"),
                        pin(2, 99, 20, "begun before by a clock that is a little off"),
                        pin(2, 199, 20, "the same")))
                .find();

        assertThat(pins(found))
                .containsExactly(
                        known(
                                folded("begun before by a clock that is a little off", 1, 20, 20),
                                folded("a", 1, 10, 10)),
                        known(folded("the same", 1, 20, 20)));
    }

    @Test
    @DisplayName("are folded by reason and frame, and told in a sentence each, the longest first")
    void areFolded() {
        PinnedRounds.Found found = twoRounds(new Recorded(
                        pin(1, 100, 10, "a"),
                        pin(2, 110, 20, "a"),
                        pin(3, 210, 30, "a"),
                        pin(3, 240, 40, "b"),
                        new PinEvent(3, at(280), Duration.ofMillis(5), "a", Optional.empty())))
                .find();

        assertThat(pins(found).get(0)).isEqualTo(known(folded("a", 2, 20, 30)));
        assertThat(found.notes())
                .containsExactly(
                        "Pinned once, for 40.0 ms: b at " + WHERE + ".",
                        "Pinned 3 times, up to 30.0 ms: a at " + WHERE + ".",
                        "Pinned once, for 5.0 ms: a.");
    }

    @Test
    @DisplayName("fill no more than six sentences")
    void fillNoMoreThanSixSentences() {
        PinEvent[] events = IntStream.range(0, 8)
                .mapToObj(number -> pin(1, 110 + number, 1, "reason " + number))
                .toArray(PinEvent[]::new);

        PinnedRounds.Found found = twoRounds(new Recorded(events)).find();

        assertThat(found.notes()).hasSize(6);
        assertThat(found.notes().get(5)).startsWith("Pinned for 3 more reasons");
        assertThat(found.rounds().get(0).pins().orElseThrow()).hasSize(8);
    }

    @Test
    @DisplayName("are none, without a note, where there were none")
    void areNone() {
        PinnedRounds.Found found = twoRounds(new Recorded()).find();

        assertThat(pins(found)).containsExactly(known(), known());
        assertThat(found.notes()).isEmpty();
    }

    @Test
    @DisplayName("are not even looked for where every round was too short for one, else from the first that was not")
    void areNotLookedForInShortRounds() {
        Recorded recorded = new Recorded();
        PinnedRounds rounds = new PinnedRounds(PinWatch.start(() -> recorded));
        rounds.add(round(1, 0), at(0), at(1), Set.of(1L));

        assertThat(pins(rounds.find())).containsExactly(known());
        assertThat(recorded.asked).isEmpty();

        rounds.add(round(2, 50), at(1), at(51), Set.of(1L));
        rounds.add(round(3, 50), at(51), at(101), Set.of(1L));
        rounds.find();
        assertThat(recorded.asked).containsExactly(at(1));
    }

    @Test
    @DisplayName("are unknown, with a note, where nobody could watch")
    void areUnknownWhereNobodyCouldWatch() {
        PinnedRounds rounds = new PinnedRounds(PinWatch.start(() -> {
            throw new IllegalStateException("not permitted");
        }));
        rounds.add(round(1, 100), at(100), at(200), Set.of(1L));

        PinnedRounds.Found found = rounds.find();

        assertThat(pins(found)).containsExactly(Optional.empty());
        assertThat(found.notes())
                .containsExactly("Pinning is not watched: JDK Flight Recorder did not start"
                        + " (java.lang.IllegalStateException: not permitted).");
    }

    @Test
    @DisplayName("are unknown, with a note, where they could not be read")
    void areUnknownWhereTheyCouldNotBeRead() {
        for (Exception failure : List.of(new IOException("disk full"), new IllegalStateException("disk full"))) {
            PinnedRounds.Found found = twoRounds(new PinSource() {
                        @Override
                        public List<PinEvent> since(Instant start) throws IOException {
                            if (failure instanceof IOException io) {
                                throw io;
                            }
                            throw (RuntimeException) failure;
                        }

                        @Override
                        public void close() {}
                    })
                    .find();

            assertThat(pins(found)).containsOnly(Optional.empty());
            assertThat(found.notes())
                    .singleElement()
                    .asString()
                    .startsWith("Pins are not known, because they could not be read: ")
                    .endsWith("disk full.");
        }
    }
}
