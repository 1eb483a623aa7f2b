package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.page.Line;
import io.github.acrossexecutors.runner.page.Page;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.Sources;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows one solution: after passing, or after all hints and a question. */
@Command(
        name = "solution",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows one solution, once the koan is passed, or all hints are given and you are sure.")
final class SolutionCommand implements Callable<Integer> {

    private final Desk desk;

    @Mixin
    private final KoanArgument koan = new KoanArgument();

    @Option(names = "--yes", description = "does not ask first, when all hints are given")
    private boolean sure;

    SolutionCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Course course = desk.open();
        Entry entry = koan.require(course);
        int left = course.text(entry).hints().size()
                - course.progress().of(entry.id()).hints();
        if (course.passed(entry)) {
            return show(course, entry);
        }
        if (left > 0) {
            desk.output()
                    .sentence("Not yet: " + (left == 1 ? "one hint is" : left + " hints are") + " left. `"
                            + desk.command("hint " + entry.id()) + "` gives the next.");
            return ExitCode.USAGE.status();
        }
        Optional<Boolean> answer = sure
                ? Optional.of(true)
                : desk.asker().yes("You have not solved " + entry.id() + " yet. Show a solution all the same?");
        if (answer.isEmpty()) {
            desk.output()
                    .sentence("Nobody can be asked here; `" + desk.command("solution --yes " + entry.id())
                            + "` shows it without.");
            return ExitCode.USAGE.status();
        }
        return answer.get() ? show(course, entry) : ExitCode.GREEN.status();
    }

    private Integer show(Course course, Entry entry) {
        Page page = desk.output()
                .page()
                .title(course.tree().show(course.tree().solution(entry)))
                .blank();
        Sources.readOrBreak(course.tree(), course.tree().solution(entry), "the solution of " + entry.id())
                .lines()
                .forEach(line -> page.line(Line.of(line)));
        desk.output().show(page);
        return ExitCode.GREEN.status();
    }
}
