package io.github.acrossexecutors.runner.watch;

import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.course.Reset;
import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.page.Page;
import io.github.acrossexecutors.runner.page.Style;
import io.github.acrossexecutors.runner.page.Telling;
import io.github.acrossexecutors.runner.path.BrokenKoanException;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.watch.Judge.Judged;
import java.util.List;
import java.util.Optional;
import koans.kit.KoanText;

/** The koan in front of the learner: story, verdict, hints. */
final class KoanView implements View {

    private final Seat seat;
    private final GuessView guess;
    private String note = "";

    KoanView(Seat seat) {
        this.seat = seat;
        this.guess = new GuessView(seat, this);
    }

    KoanView noting(String sentence) {
        note = sentence;
        return this;
    }

    @Override
    public Page body(int columns, int rows) {
        KoanText text = seat.course().text(seat.entry());
        Page head = new Page(columns)
                .title("Step " + seat.step() + " of " + seat.steps() + ": "
                        + seat.entry().id() + " " + text.title());
        if (guess.open()) {
            return head.blank().add(guess.body(columns, rows));
        }
        Page story = new Page(columns).prose(text.story());
        Page verdict = verdict(columns, text);
        Page whole = new Page(columns).add(head).blank().add(story).blank().add(verdict);
        if (whole.lines().size() <= rows) {
            return whole;
        }
        return new Page(columns).add(head).blank().add(verdict).blank().add(story);
    }

    private Page verdict(int columns, KoanText text) {
        Page page = new Page(columns);
        if (!note.isEmpty()) {
            page.prose(note, Style.BOLD).blank();
        }
        seat.verdict().ifPresent(judged -> page.add(told(columns, text, judged.outcome())));
        hints(page, text);
        return page;
    }

    private Page told(int columns, KoanText text, Outcome outcome) {
        Page page = new Page(columns);
        if (outcome instanceof Outcome.Green) {
            page.indented("Green.", Style.GREEN);
            guess.told(columns).ifPresent(told -> page.blank().add(told).blank());
            page.prose(text.learnt()).blank();
            page.prose(
                    seat.step() == seat.steps() && seat.course().current().isEmpty()
                            ? "You have walked the whole path. Congratulations!"
                            : "n goes on; b breaks it: can you tell what gives a wrong answer away?");
        }
        page.add(new Telling(seat.course(), columns).of(seat.entry(), outcome));
        seat.drawn().ifPresent(drawn -> drawn.tell(outcome instanceof Outcome.Green ? page.blank() : page));
        return page;
    }

    private void hints(Page page, KoanText text) {
        int given = seat.course().progress().of(seat.entry().id()).hints();
        if (seat.green()) {
            return;
        }
        for (int i = 0; i < Math.min(given, text.hints().size()); i++) {
            page.blank()
                    .indented("Hint " + (i + 1) + " of " + text.hints().size(), Style.BOLD)
                    .prose(text.hints().get(i));
        }
    }

    @Override
    public String keys() {
        if (guess.open()) {
            return guess.keys();
        }
        return (seat.green() ? "n next  b break it  p previous" : "h hint  r run  n next  p previous")
                + "  l list  c chapter  s solution  R reset  q quit";
    }

    @Override
    public Optional<View> press(Key key) {
        if (guess.open() && !leads(key)) {
            return guess.press(key);
        }
        if (key.kind() != Key.Kind.LETTER) {
            return Optional.of(this);
        }
        note = "";
        return switch (key.letter()) {
            case 'q' -> Optional.empty();
            case 'l' -> Optional.of(new PathView(seat, this));
            case 'c' -> Optional.of(chapter());
            case 's' -> Optional.of(solution());
            case 'b' -> Optional.of(seat.green() ? new BreakView(seat, this) : noting("First make it green."));
            case 'R' ->
                Optional.of(new QuestionView(
                        "Bring "
                                + seat.course().tree().show(seat.course().tree().stub(seat.entry()))
                                + " back as it came? What you wrote is kept.",
                        this::reset,
                        this));
            default -> {
                act(key.letter());
                yield Optional.of(this);
            }
        };
    }

    /** Whether a key leads away from this koan. */
    private static boolean leads(Key key) {
        return key.is('n') || key.is('p') || key.is('l') || key.is('q');
    }

    private void act(char letter) {
        switch (letter) {
            case 'r' -> seat.run();
            case 'h' -> hint();
            case 'n' -> seat.move(1);
            case 'p' -> seat.move(-1);
            default -> note = "";
        }
    }

    private void hint() {
        Course course = seat.course();
        int all = course.text(seat.entry()).hints().size();
        int given = course.progress().of(seat.entry().id()).hints();
        if (given >= all) {
            note = "That was the last hint; s shows a solution.";
        } else {
            course.progress().change(seat.entry().id(), koan -> koan.hinted(given + 1));
        }
    }

    private View chapter() {
        try {
            return new ChapterView(seat, this);
        } catch (BrokenKoanException missing) {
            return noting(String.valueOf(missing.getMessage()));
        }
    }

    private View solution() {
        Course course = seat.course();
        Entry entry = seat.entry();
        int left = course.text(entry).hints().size()
                - course.progress().of(entry.id()).hints();
        View solution = new SolutionView(seat, this);
        if (seat.green() || course.passed(entry)) {
            return solution;
        }
        if (left > 0) {
            return noting((left == 1 ? "One hint is" : left + " hints are") + " left: h gives the next.");
        }
        return new QuestionView("You have not solved it yet. Show a solution all the same?", () -> solution, this);
    }

    private View reset() {
        try {
            List<String> kept = new Reset(seat.course()).apply(seat.entry());
            seat.goTo(seat.entry());
            return noting(kept.isEmpty() ? "It is as it came." : "What you wrote is kept in " + kept.getFirst() + ".");
        } catch (BrokenKoanException refused) {
            return noting(String.valueOf(refused.getMessage()));
        }
    }

    @Override
    public String status(Seat at) {
        if (at.busy()) {
            return View.super.status(at);
        }
        return guess.open() ? "" : at.verdict().map(KoanView::verdict).orElse("");
    }

    private static String verdict(Judged judged) {
        String seconds = " in " + String.format(java.util.Locale.ROOT, "%.2f", judged.millis() / 1000.0) + " s";
        return switch (judged.outcome()) {
            case Outcome.Green green -> "Green" + seconds;
            case Outcome.NotJudged not -> "Not judged";
            case Outcome.Red red ->
                "Red" + seconds + ": guarantee " + red.first().guarantee();
            case Outcome.DoesNotCompile refused -> "Does not compile";
            case Outcome.Lost lost -> "Red" + seconds;
            case Outcome.Broken broken -> "Broken";
        };
    }
}
