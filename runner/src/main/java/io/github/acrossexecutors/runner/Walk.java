package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.Screen.Style;
import io.github.acrossexecutors.runner.engine.Engine;
import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Selection;
import io.github.acrossexecutors.runner.path.Entry;
import java.util.ArrayList;
import java.util.List;
import koans.kit.KoanText;

/** Walks the path in order and stops at the first koan that is not green. */
final class Walk {

    private final Session session;
    private final Screen screen;
    private final Telling telling;
    private final List<String> notJudged = new ArrayList<>();

    Walk(Session session) {
        this.session = session;
        this.screen = session.screen();
        this.telling = new Telling(session);
    }

    ExitCode go() throws InterruptedException {
        List<Entry> open = session.path().entries().stream()
                .filter(entry -> !session.solved(entry))
                .toList();
        int solved = session.path().entries().size() - open.size();
        screen.line(solved + " of " + session.path().entries().size() + " koans solved.");
        if (open.isEmpty()) {
            return finished();
        }
        try (Engine engine = new Engine(session.tree())) {
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
        Outcome outcome = session.judge(engine, entry, Selection.UNTIL_FIRST_RED);
        KoanText text = session.text(entry);
        screen.line();
        screen.line(screen.styled(
                "Step " + session.path().step(entry) + " of "
                        + session.path().entries().size() + ": " + entry.id() + " " + text.title(),
                Style.BOLD));
        if (outcome instanceof Outcome.Green) {
            screen.indented(screen.styled("Green.", Style.GREEN));
            screen.prose(text.learnt());
        } else if (outcome instanceof Outcome.NotJudged) {
            notJudged.add(entry.id());
        } else if (!(outcome instanceof Outcome.Broken)) {
            tellStory(entry, text);
        }
        ExitCode code = telling.tell(entry, outcome);
        if (code == ExitCode.RED) {
            screen.line();
            screen.line("Change your code, then run `" + session.command() + "` again. Stuck? `"
                    + session.command("hint") + "`");
        }
        return code;
    }

    private void tellStory(Entry entry, KoanText text) {
        screen.line();
        if (!session.progress().of(entry.id()).storyTold()) {
            screen.prose(text.story());
            screen.line();
            session.progress().change(entry.id(), Progress.Koan::told);
        }
    }

    private ExitCode finished() {
        screen.line();
        int steps = session.path().entries().size();
        screen.line(
                notJudged.isEmpty()
                        ? screen.styled(
                                "All " + steps + " koans are green: you walked the whole path. Congratulations!",
                                Style.GREEN)
                        : "Everything this machine can judge is green; not judged: " + String.join(", ", notJudged)
                                + ".");
        return ExitCode.GREEN;
    }
}
