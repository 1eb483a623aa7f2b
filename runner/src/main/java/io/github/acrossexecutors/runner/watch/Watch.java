package io.github.acrossexecutors.runner.watch;

import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.page.Line;
import io.github.acrossexecutors.runner.page.Page;
import io.github.acrossexecutors.runner.page.Style;
import io.github.acrossexecutors.runner.path.BrokenKoanException;
import io.github.acrossexecutors.runner.timeline.Drawn;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The loop: look what was saved and what was judged, draw, take a key.
 *
 * <p>It draws only what differs from what is shown, so that a quiet screen costs nothing. What cannot be read is told and tried again: files come and go
 * while git or an editor replaces them. Everything happens on the calling thread; judging does not.
 */
public final class Watch {

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int OTHERS_EVERY = 10;

    private final Course course;
    private final Screen screen;
    private final Keys keys;
    private final Seat seat;
    private View view;
    private int top;
    private int looks;
    private String note = "";
    private List<Line> shown = List.of();
    private Size shownAt = new Size(0, 0);

    Watch(Course course, Screen screen, Keys keys, Judge judge, LongSupplier nanoClock) {
        this.course = course;
        this.screen = screen;
        this.keys = keys;
        this.seat = new Seat(course, judge, nanoClock);
        this.view = new KoanView(seat);
    }

    /**
     * Watches until the learner quits.
     *
     * @param course the learner's clone
     * @param screen where to draw
     * @param keys where keys come from
     * @return what was drawn of the last run, if anything was
     */
    public static Optional<Drawn> run(Course course, Screen screen, Keys keys) {
        try (Judge judge = new EngineJudge(course)) {
            new Watch(course, screen, keys, judge, System::nanoTime).loop();
            return judge.drawn();
        }
    }

    void loop() {
        seat.run();
        draw();
        boolean staying = true;
        while (staying) {
            staying = take(keys.read(LOOK));
            look();
            draw();
        }
    }

    /** Returns whether the learner stays. */
    private boolean take(Key key) {
        switch (key.kind()) {
            case CLOSED -> {
                return false;
            }
            case NONE -> {
                return true;
            }
            case UP, DOWN -> {
                if (!(view instanceof PathView)) {
                    top += key.kind() == Key.Kind.UP ? -1 : 1;
                    return true;
                }
            }
            case LETTER, ENTER, BACKSPACE, ESCAPE -> top = 0;
        }
        note = "";
        try {
            Optional<View> next = view.press(key);
            next.ifPresent(chosen -> view = chosen);
            return next.isPresent();
        } catch (BrokenKoanException | UncheckedIOException unreadable) {
            note = String.valueOf(unreadable.getMessage());
            return !key.is('q');
        }
    }

    private void look() {
        seat.look();
        looks++;
        if (looks % OTHERS_EVERY == 0) {
            course.progress().refresh();
        }
    }

    private void draw() {
        Size size = screen.size();
        List<Line> lines;
        try {
            lines = lines(new Frame(size));
        } catch (BrokenKoanException | UncheckedIOException unreadable) {
            lines = lines(new Frame(size), String.valueOf(unreadable.getMessage()));
        }
        if (!lines.equals(shown) || !size.equals(shownAt)) {
            screen.show(lines);
            shown = lines;
            shownAt = size;
        }
    }

    private List<Line> lines(Frame frame) {
        Size size = frame.size();
        String trouble = note.isEmpty() ? course.progress().trouble() : note;
        List<Line> foot =
                frame.foot(view.status(seat), trouble.isEmpty() ? view.keys() : view.keys() + "\nNote: " + trouble);
        int room = frame.room(foot);
        Page body = view.body(size.columns(), room);
        int last = Math.max(0, body.lines().size() - room);
        int focused = view.focus() < top + room - 1 ? top : view.focus() - room + 2;
        top = Math.clamp(focused, 0, last);
        return frame.lines(frame.bar(course.countPassed(), seat.steps()), body.lines(), top, foot);
    }

    private static List<Line> lines(Frame frame, String trouble) {
        Page body = new Page(frame.size().columns()).prose(trouble, Style.RED);
        return frame.lines(Line.EMPTY, body.lines(), 0, frame.foot("Goes on when that can be read.", "q quit"));
    }
}
