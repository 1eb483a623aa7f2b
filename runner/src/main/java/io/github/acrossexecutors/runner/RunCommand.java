package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.engine.Engine;
import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Selection;
import io.github.acrossexecutors.runner.link.MethodResult;
import io.github.acrossexecutors.runner.page.Line;
import io.github.acrossexecutors.runner.page.Page;
import io.github.acrossexecutors.runner.page.Style;
import io.github.acrossexecutors.runner.page.Telling;
import io.github.acrossexecutors.runner.path.Entry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import koans.kit.KoanText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Judges one koan, whatever was reached, and tells of each of its guarantees. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Judges one koan, also one that is passed.")
final class RunCommand implements Callable<Integer> {

    private final Desk desk;

    @Mixin
    private final KoanArgument koan = new KoanArgument();

    RunCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        Course course = desk.open();
        Optional<Entry> found = koan.find(course);
        if (found.isEmpty()) {
            desk.output().sentence("Every koan is passed; `" + desk.command("check") + "` judges them all again.");
            return ExitCode.GREEN.status();
        }
        Entry entry = found.get();
        Outcome outcome;
        try (Engine engine = new Engine(course.tree())) {
            outcome = desk.judge(course, engine, entry, Selection.ALL);
        }
        KoanText text = course.text(entry);
        Page page = desk.output().page().title(entry.id() + " " + text.title());
        results(outcome).forEach(result -> page.line(line(text, result)));
        page.blank().add(new Telling(course, Page.UNLIMITED).of(entry, outcome));
        desk.output().show(page);
        desk.draw(course, entry, outcome);
        desk.tellTrouble(course);
        return ExitCode.of(outcome).status();
    }

    private static List<MethodResult> results(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Green green -> green.run().results();
            case Outcome.Red red -> red.run().results();
            case Outcome.Lost lost -> lost.run().results();
            case Outcome.DoesNotCompile refused -> List.of();
            case Outcome.NotJudged not -> List.of();
            case Outcome.Broken broken -> List.of();
        };
    }

    private static Line line(KoanText text, MethodResult result) {
        Style style = result.status() == MethodResult.Status.PASSED ? Style.GREEN : Style.RED;
        return Line.of("%-8s".formatted(result.status().name().toLowerCase(Locale.ROOT)), style)
                .and(" " + result.guarantee() + ". ", Style.PLAIN)
                .and(text.guarantee(result.guarantee()).sentence(), Style.PLAIN)
                .indented();
    }
}
