package io.github.acrossexecutors.pinning;

import io.github.acrossexecutors.timing.Pin;
import io.github.acrossexecutors.timing.Round;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the pins of one test's rounds, once they are all over.
 *
 * <p>A pin is a round's if it was one of the round's own workers that was pinned, during the round. Virtual threads that
 * the body starts by itself are left out: while other tests run beside this one, theirs cannot be told apart from its
 * own.
 *
 * <p><b>Threads:</b> for the thread that runs the rounds.
 */
public final class PinnedRounds {

    private static final int KINDS_TOLD = 5;

    private final PinWatch watch;
    private final List<WatchedRound> watched = new ArrayList<>();

    /** A round, and when and on which threads it ran. */
    private record WatchedRound(Round round, Instant start, Instant end, Set<Long> threadIds) {

        boolean has(PinEvent pin) {
            return threadIds.contains(pin.threadId())
                    && !pin.middle().isBefore(start)
                    && !pin.middle().isAfter(end);
        }

        boolean mayHavePins() {
            return round.wallNanos() >= PinWatch.THRESHOLD.toNanos();
        }
    }

    /**
     * Look in the given watch.
     *
     * @param watch what has watched since before the first round
     */
    public PinnedRounds(PinWatch watch) {
        this.watch = watch;
    }

    /**
     * Take note of a round.
     *
     * @param round what was measured
     * @param start an instant before its first task began
     * @param end one after its last task ended
     * @param threadIds the identifiers of its workers
     */
    public void add(Round round, Instant start, Instant end, Set<Long> threadIds) {
        watched.add(new WatchedRound(round, start, end, threadIds));
    }

    /**
     * Look for the pins of all rounds.
     *
     * @return the rounds with their pins, or as they were with a note that says why
     */
    public Found find() {
        Optional<String> notWatched = watch.notWatched();
        if (notWatched.isPresent()) {
            return unknown("Pinning is not watched: " + notWatched.get() + ".");
        }
        try {
            List<PinEvent> events = events();
            List<Round> rounds = watched.stream()
                    .map(round -> round.round()
                            .withPins(folded(events.stream()
                                    .filter(round::has)
                                    .map(PinEvent::asPin)
                                    .toList())))
                    .toList();
            return new Found(rounds, notes(rounds));
        } catch (IOException e) {
            return unknown("Pins are not known, because they could not be read: " + e + ".");
        }
    }

    private List<PinEvent> events() throws IOException {
        Optional<Instant> start = watched.stream()
                .filter(WatchedRound::mayHavePins)
                .map(WatchedRound::start)
                .min(Comparator.naturalOrder());
        return start.isPresent() ? watch.since(start.get()) : List.of();
    }

    private Found unknown(String note) {
        return new Found(watched.stream().map(WatchedRound::round).toList(), List.of(note));
    }

    private static List<Pin> folded(List<Pin> pins) {
        Map<List<Object>, Pin> byLikeness = new LinkedHashMap<>();
        pins.forEach(pin -> byLikeness.merge(List.of(pin.reason(), pin.frame()), pin, Pin::and));
        return byLikeness.values().stream()
                .sorted(Comparator.comparingLong(Pin::longestNanos).reversed())
                .toList();
    }

    private static List<String> notes(List<Round> rounds) {
        List<Pin> all = folded(rounds.stream()
                .flatMap(round -> round.pins().stream().flatMap(List::stream))
                .toList());
        List<String> notes = new ArrayList<>();
        all.stream().limit(KINDS_TOLD).map(PinnedRounds::inWords).forEach(notes::add);
        if (all.size() > KINDS_TOLD) {
            notes.add("Pinned for " + (all.size() - KINDS_TOLD) + " more reasons, or at more places: see report.json.");
        }
        return notes;
    }

    private static String inWords(Pin pin) {
        String times = pin.count() == 1 ? "once, for" : pin.count() + " times, up to";
        String where = pin.frame().map(frame -> " at " + frame).orElse("");
        return String.format(
                Locale.ROOT, "Pinned %s %.1f ms: %s%s.", times, pin.longestNanos() / 1e6, pin.reason(), where);
    }

    /**
     * What became known.
     *
     * @param rounds the rounds, with their pins if these are known
     * @param notes sentences for whoever reads the figures
     */
    public record Found(List<Round> rounds, List<String> notes) {

        /** Copy the lists. */
        public Found {
            rounds = List.copyOf(rounds);
            notes = List.copyOf(notes);
        }
    }
}
