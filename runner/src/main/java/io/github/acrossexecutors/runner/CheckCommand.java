package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.course.Remembered;
import io.github.acrossexecutors.runner.engine.Engine;
import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Selection;
import io.github.acrossexecutors.runner.page.Line;
import io.github.acrossexecutors.runner.page.Style;
import io.github.acrossexecutors.runner.path.Entry;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Judges every koan once, believing nothing that was reached before. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Judges every koan once and sums up; a koan that is red now is passed no more.")
final class CheckCommand implements Callable<Integer> {

    private final Desk desk;

    CheckCommand(Desk desk) {
        this.desk = desk;
    }

    /** What a koan counts as. */
    private enum Tally {
        GREEN("green"),
        RED("red"),
        UNTRUSTED("green with an edited test"),
        NOT_JUDGED("not judged"),
        BROKEN("broken");

        private final String words;

        Tally(String words) {
            this.words = words;
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        Course course = desk.open();
        Map<Tally, Integer> tally = new EnumMap<>(Tally.class);
        try (Engine engine = new Engine(course.tree())) {
            for (Entry entry : course.path().entries()) {
                tally.merge(check(course, engine, entry), 1, Integer::sum);
            }
        }
        StringBuilder sum = new StringBuilder();
        tally.forEach((what, count) ->
                sum.append(sum.isEmpty() ? "" : ", ").append(count).append(' ').append(what.words));
        desk.output().line();
        desk.output().sentence(course.path().entries().size() + " koans: " + sum + ".");
        desk.tellTrouble(course);
        if (tally.containsKey(Tally.BROKEN)) {
            return ExitCode.BROKEN.status();
        }
        boolean red = tally.containsKey(Tally.RED) || tally.containsKey(Tally.UNTRUSTED);
        return (red ? ExitCode.RED : ExitCode.GREEN).status();
    }

    private Tally check(Course course, Engine engine, Entry entry) throws InterruptedException {
        Outcome outcome = course.judge(engine, entry, Selection.UNTIL_FIRST_RED);
        Tally counted = counted(course, entry, outcome);
        if (counted == Tally.RED || counted == Tally.UNTRUSTED) {
            course.progress().change(entry.id(), Remembered::open);
        }
        Style style = counted == Tally.GREEN ? Style.GREEN : Style.RED;
        desk.output()
                .line(Line.of("%s  %-32s  "
                                .formatted(entry.id(), course.text(entry).title()))
                        .and(counted.words, style)
                        .and(why(outcome), Style.PLAIN));
        return counted;
    }

    private static Tally counted(Course course, Entry entry, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Green green -> course.testEdited(entry) ? Tally.UNTRUSTED : Tally.GREEN;
            case Outcome.NotJudged not -> Tally.NOT_JUDGED;
            case Outcome.Red red -> Tally.RED;
            case Outcome.DoesNotCompile refused -> Tally.RED;
            case Outcome.Lost lost -> Tally.RED;
            case Outcome.Broken broken -> Tally.BROKEN;
        };
    }

    private static String why(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Green green -> "";
            case Outcome.NotJudged not -> ": " + not.reason();
            case Outcome.Red red -> ", guarantee " + red.first().guarantee() + "  " + red.place();
            case Outcome.DoesNotCompile refused ->
                ", does not compile  " + refused.problems().getFirst().place();
            case Outcome.Lost lost -> ": " + lost.sentence().lines().findFirst().orElse("");
            case Outcome.Broken broken -> ": " + broken.sentence();
        };
    }
}
