package io.github.acrossexecutors.runner.watch;

import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Variant;
import io.github.acrossexecutors.runner.page.Page;
import io.github.acrossexecutors.runner.page.Style;
import io.github.acrossexecutors.runner.path.Mutant;
import java.util.List;
import java.util.Optional;
import koans.kit.KoanText;

/**
 * Break it: shows a wrong answer, asks what gives it away, then runs it and shows what the test saw.
 *
 * <p>Asked is the question that comes with the wrong answer, or else which guarantee it breaks; right or wrong is told by the test, not by us.
 */
final class BreakView implements View {

    private static final int LONGEST = 60;

    private final Seat seat;
    private final View back;
    private final List<Mutant> mutants;
    private int index;
    private String typed = "";
    private boolean answered;

    BreakView(Seat seat, View back) {
        this.seat = seat;
        this.back = back;
        this.mutants = Mutant.read(seat.course().tree(), seat.entry());
    }

    private Mutant mutant() {
        return mutants.get(index);
    }

    @Override
    public Page body(int columns, int rows) {
        KoanText text = seat.course().text(seat.entry());
        Page page = new Page(columns)
                .title("Break it, " + (index + 1) + " of " + mutants.size() + ": " + mutant().name())
                .blank()
                .prose("Somebody changed the solution. Instead of");
        mutant().find().lines().forEach(line -> page.indented("- " + line, Style.RED));
        page.prose("it says");
        mutant().replace().lines().forEach(line -> page.indented("+ " + line, Style.GREEN));
        page.blank();
        if (answered) {
            told(page);
        } else {
            ask(page, text);
        }
        return page;
    }

    private void ask(Page page, KoanText text) {
        if (mutant().question().isPresent()) {
            page.prose(mutant().question().get().ask(), Style.BOLD);
        } else {
            text.guarantees().forEach(one -> page.prose(one.number() + ". " + one.sentence()));
            page.blank().prose("Which guarantee does it break? Type its number.", Style.BOLD);
        }
    }

    private void told(Page page) {
        page.prose("You said: " + typed);
        if (seat.experiment().isEmpty()) {
            page.prose("Let us see ...");
            return;
        }
        Outcome outcome = seat.experiment().get().outcome();
        if (outcome instanceof Outcome.Red red) {
            String truth = mutant().question().map(Mutant.Question::answer).orElse(guarantee(red));
            boolean right = truth.equalsIgnoreCase(typed.strip());
            page.prose((right ? "Right: " : "It is ") + truth + ". " + sentence(mutant().why()), Style.BOLD)
                    .blank()
                    .prose("Guarantee " + guarantee(red) + " is broken. The test says:")
                    .prose(red.first().failure().message(), Style.RED);
            seat.drawn().ifPresent(drawn -> drawn.tell(page.blank()));
        } else {
            page.prose("This time the test saw nothing wrong; that happens on a machine with too much to do.");
        }
    }

    private static String guarantee(Outcome.Red red) {
        return String.valueOf(red.first().guarantee());
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + (words.endsWith(".") ? "" : ".");
    }

    @Override
    public String keys() {
        return answered ? "n another  b back  q quit" : "Your answer, then Enter (Escape goes back): " + typed + "_";
    }

    @Override
    public Optional<View> press(Key key) {
        if (key.kind() == Key.Kind.ESCAPE) {
            return Optional.of(back);
        }
        if (!answered) {
            type(key);
            return Optional.of(this);
        }
        if (key.is('n')) {
            index = (index + 1) % mutants.size();
            typed = "";
            answered = false;
        }
        return key.is('q') ? Optional.empty() : Optional.of(key.is('b') ? back : this);
    }

    private void type(Key key) {
        switch (key.kind()) {
            case LETTER -> typed = typed.length() < LONGEST ? typed + key.letter() : typed;
            case BACKSPACE -> typed = typed.substring(0, Math.max(0, typed.length() - 1));
            case ENTER -> {
                answered = !typed.isBlank();
                if (answered) {
                    seat.tryOut(new Variant.Mutant(mutant()));
                }
            }
            case ESCAPE, UP, DOWN, NONE, CLOSED -> {}
        }
    }
}
