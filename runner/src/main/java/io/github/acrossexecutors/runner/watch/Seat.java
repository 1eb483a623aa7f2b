package io.github.acrossexecutors.runner.watch;

import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.course.Remembered;
import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Selection;
import io.github.acrossexecutors.runner.engine.Variant;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.timeline.Drawn;
import io.github.acrossexecutors.runner.watch.Judge.Judged;
import io.github.acrossexecutors.runner.watch.Judge.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Where a learner is: the koan in front of them, what came of it last, and whether it is being judged. */
final class Seat {

    private final Course course;
    private final Judge judge;
    private final Saves saves;
    private final LongSupplier nanoClock;
    private Entry entry;
    private Optional<Judged> verdict = Optional.empty();
    private Optional<Judged> experiment = Optional.empty();
    private long begunNanos;

    Seat(Course course, Judge judge, LongSupplier nanoClock) {
        this.course = course;
        this.judge = judge;
        this.nanoClock = nanoClock;
        this.saves = new Saves(course.tree());
        this.entry = course.current().orElse(course.path().entries().getLast());
    }

    Course course() {
        return course;
    }

    Entry entry() {
        return entry;
    }

    /** What came of the koan when it was judged last. */
    Optional<Judged> verdict() {
        return verdict;
    }

    /** What came of the wrong answer that was tried last. */
    Optional<Judged> experiment() {
        return experiment;
    }

    /** What was drawn of what was judged last. */
    Optional<Drawn> drawn() {
        return judge.drawn();
    }

    boolean green() {
        return verdict.filter(judged -> judged.outcome() instanceof Outcome.Green)
                .isPresent();
    }

    boolean busy() {
        return judge.busy();
    }

    Duration busyFor() {
        return Duration.ofNanos(nanoClock.getAsLong() - begunNanos);
    }

    int step() {
        return course.path().step(entry);
    }

    int steps() {
        return course.path().entries().size();
    }

    /** Goes to a koan and judges it. */
    void goTo(Entry next) {
        entry = next;
        verdict = Optional.empty();
        run();
    }

    /** Goes so many steps on or back, as far as the path goes. */
    void move(int steps) {
        List<Entry> entries = course.path().entries();
        int to = Math.clamp(step() - 1L + steps, 0, entries.size() - 1);
        if (!entries.get(to).equals(entry)) {
            goTo(entries.get(to));
        }
    }

    /** Judges the koan as it is now. */
    void run() {
        saves.watch(entry);
        begin(new Request(entry, new Variant.Stub(), Selection.UNTIL_FIRST_RED));
    }

    /** Judges a wrong answer. */
    void tryOut(Variant.Mutant wrong) {
        experiment = Optional.empty();
        begin(new Request(entry, wrong, Selection.only(wrong.edit().killedBy())));
    }

    private void begin(Request request) {
        begunNanos = nanoClock.getAsLong();
        judge.begin(request);
    }

    /** Looks whether something was saved or judged since. */
    void look() {
        if (saves.changed(entry)) {
            run();
        }
        judge.poll().ifPresent(this::take);
    }

    private void take(Judged judged) {
        if (judged.request().variant() instanceof Variant.Stub) {
            verdict = Optional.of(judged);
            course.progress().change(entry.id(), Remembered::told);
        } else {
            experiment = Optional.of(judged);
        }
    }
}
