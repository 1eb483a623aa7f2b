package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.course.Remembered;
import io.github.acrossexecutors.runner.engine.Engine;
import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Selection;
import io.github.acrossexecutors.runner.page.Page;
import io.github.acrossexecutors.runner.page.Style;
import io.github.acrossexecutors.runner.page.Telling;
import io.github.acrossexecutors.runner.path.Entry;
import java.util.ArrayList;
import java.util.List;
import koans.kit.KoanText;

/** Walks the path in order and stops at the first koan that is not green: what {@code learn} does where there is no terminal. */
final class Walk {

    private final Desk desk;
    private final Course course;
    private final Output output;
    private final List<String> notJudged = new ArrayList<>();

    Walk(Desk desk) {
        this.desk = desk;
        this.course = desk.open();
        this.output = desk.output();
    }

    ExitCode go() throws InterruptedException {
        List<Entry> open = course.path().entries().stream()
                .filter(entry -> !course.passed(entry))
                .toList();
        int all = course.path().entries().size();
        output.sentence((all - open.size()) + " of " + all + " koans passed.");
        if (open.isEmpty()) {
            return finished();
        }
        try (Engine engine = new Engine(course.tree())) {
            for (Entry entry : open) {
                ExitCode code = visit(engine, entry);
                if (code != ExitCode.GREEN) {
                    return code;
                }
            }
        }
        return finished();
    }

    private ExitCode visit(Engine engine, Entry entry) throws InterruptedException {
        Outcome outcome = desk.judge(course, engine, entry, Selection.UNTIL_FIRST_RED);
        KoanText text = course.text(entry);
        Page page = output.page();
        output.line();
        page.title("Step " + course.path().step(entry) + " of "
                + course.path().entries().size() + ": " + entry.id() + " " + text.title());
        if (outcome instanceof Outcome.Green) {
            page.indented("Green.", Style.GREEN).prose(text.learnt());
        } else if (outcome instanceof Outcome.NotJudged) {
            notJudged.add(entry.id());
        } else if (!(outcome instanceof Outcome.Broken)) {
            tellStory(page, entry, text);
        }
        page.add(new Telling(course, Page.UNLIMITED).of(entry, outcome));
        if (ExitCode.of(outcome) == ExitCode.RED) {
            page.blank()
                    .sentence("Change your code, then run `" + desk.typed().walk() + "` again. Stuck? `"
                            + desk.command("hint") + "`");
        }
        output.show(page);
        if (ExitCode.of(outcome) == ExitCode.RED) {
            desk.draw(course, entry, outcome);
        }
        desk.tellTrouble(course);
        return ExitCode.of(outcome);
    }

    private void tellStory(Page page, Entry entry, KoanText text) {
        page.blank();
        if (!course.progress().of(entry.id()).storyTold()) {
            page.prose(text.story()).blank();
            course.progress().change(entry.id(), Remembered::told);
        }
    }

    private ExitCode finished() {
        output.line();
        int steps = course.path().entries().size();
        output.sentence(
                notJudged.isEmpty()
                        ? "All " + steps + " koans are green: you walked the whole path. Congratulations!"
                        : "Everything this machine can judge is green; not judged: " + String.join(", ", notJudged)
                                + ".");
        return ExitCode.GREEN;
    }
}
