package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.path.BrokenKoanException;
import io.github.acrossexecutors.runner.timeline.Drawn;
import io.github.acrossexecutors.runner.watch.JLineTerminal;
import io.github.acrossexecutors.runner.watch.Watch;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows the koan a learner is at, judges it whenever it is saved, and takes keys. */
@Command(
        name = "watch",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Shows the koan you are at and judges it whenever you save; needs a terminal.")
final class WatchCommand implements Callable<Integer> {

    private final Desk desk;

    WatchCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (!desk.output().drawable()) {
            desk.output()
                    .sentence("To watch needs a terminal; `" + desk.typed().walk()
                            + "` without one walks the path, and `" + desk.command("run") + "` judges one koan.");
            return ExitCode.USAGE.status();
        }
        Course course = desk.open();
        Optional<Drawn> drawn;
        try (JLineTerminal terminal =
                JLineTerminal.open(desk.output().colour(), desk.output().links())) {
            drawn = Watch.run(course, terminal, terminal);
        } catch (IOException unusable) {
            throw new BrokenKoanException(
                    "This terminal cannot be used (" + unusable.getMessage() + "); `" + desk.command("run")
                            + "` needs none.",
                    unusable);
        }
        desk.output()
                .sentence(
                        course.countPassed() + " of " + course.path().entries().size() + " koans passed. `"
                                + desk.typed().walk() + "` goes on where you are.");
        drawn.ifPresent(desk::tell);
        desk.tellTrouble(course);
        return ExitCode.GREEN.status();
    }
}
