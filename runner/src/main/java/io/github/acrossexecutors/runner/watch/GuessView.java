package io.github.acrossexecutors.runner.watch;

import io.github.acrossexecutors.runner.page.Page;
import io.github.acrossexecutors.runner.page.Style;
import io.github.acrossexecutors.runner.path.Entry;
import java.util.Optional;
import java.util.OptionalInt;
import koans.kit.KoanText.Prediction;

/**
 * Asks for a prediction, once, before a koan's story and its first verdict are seen; and says what was predicted once it is green.
 *
 * <p>It stands in front of the koan's own view, which sends keys and drawing here while the question is {@link #open}. Keys that go elsewhere, to another
 * koan or the list, leave it open. Whoever has passed the koan has seen its numbers, and is not asked.
 */
final class GuessView implements View {

    private static final int NONE = 0;

    private final Seat seat;
    private final View koan;
    private Optional<Entry> readFor = Optional.empty();
    private Optional<Prediction> read = Optional.empty();

    GuessView(Seat seat, View koan) {
        this.seat = seat;
        this.koan = koan;
    }

    boolean open() {
        return guess().isEmpty()
                && prediction().isPresent()
                && !seat.green()
                && !seat.course().passed(seat.entry());
    }

    /** Read once for each koan: this is asked for at every look. */
    private Optional<Prediction> prediction() {
        Optional<Entry> entry = Optional.of(seat.entry());
        if (!readFor.equals(entry)) {
            read = seat.course().text(seat.entry()).prediction();
            readFor = entry;
        }
        return read;
    }

    private OptionalInt guess() {
        return seat.course().progress().of(seat.entry().id()).guess();
    }

    @Override
    public Page body(int columns, int rows) {
        Prediction asked = prediction().orElseThrow();
        Page page = new Page(columns)
                .prose("Before you see any number, a guess:")
                .blank()
                .prose(asked.question(), Style.BOLD)
                .blank();
        for (int i = 0; i < asked.answers().size(); i++) {
            page.prose((i + 1) + "  " + asked.answers().get(i));
        }
        return page;
    }

    /** What was predicted, and what is so; empty where nothing was asked. */
    Optional<Page> told(int columns) {
        if (prediction().isEmpty() || guess().isEmpty()) {
            return Optional.empty();
        }
        Prediction asked = prediction().get();
        int guess = guess().getAsInt();
        Page page = new Page(columns).prose("Before you began: " + asked.question());
        if (guess >= 1 && guess <= asked.answers().size()) {
            page.prose("You guessed: " + asked.answers().get(guess - 1));
        }
        boolean right = guess == asked.right();
        return Optional.of(
                page.prose((right ? "Right: " : "In fact: ") + asked.truth() + ". " + asked.reason(), Style.BOLD));
    }

    @Override
    public String keys() {
        return "1 to " + prediction().orElseThrow().answers().size()
                + " your guess  Enter without one  n next  p previous  l list  q quit";
    }

    @Override
    public Optional<View> press(Key key) {
        int answers = prediction().orElseThrow().answers().size();
        if (key.kind() == Key.Kind.ENTER) {
            remember(NONE);
        } else if (key.kind() == Key.Kind.LETTER && key.letter() >= '1' && key.letter() <= '0' + answers) {
            remember(key.letter() - '0');
        }
        return Optional.of(koan);
    }

    private void remember(int answer) {
        seat.course().progress().change(seat.entry().id(), known -> known.guessed(answer));
    }
}
