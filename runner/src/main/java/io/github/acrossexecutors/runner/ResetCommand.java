package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.course.Reset;
import io.github.acrossexecutors.runner.path.Entry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings a koan back as it came, after a question. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Brings a koan back as it came; what you wrote is kept in .learn/kept.")
final class ResetCommand implements Callable<Integer> {

    private final Desk desk;

    @Mixin
    private final KoanArgument koan = new KoanArgument();

    @Option(names = "--yes", description = "does not ask first")
    private boolean sure;

    ResetCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Course course = desk.open();
        Entry entry = koan.require(course);
        Optional<Boolean> answer = sure
                ? Optional.of(true)
                : desk.asker().yes("Bring " + course.tree().show(course.tree().stub(entry)) + " back as it came?");
        if (answer.isEmpty()) {
            desk.output()
                    .sentence("Nobody can be asked here; `" + desk.command("reset --yes " + entry.id())
                            + "` does it without.");
            return ExitCode.USAGE.status();
        }
        if (answer.get()) {
            reset(course, entry);
        } else {
            desk.output().sentence("Nothing was changed.");
        }
        return ExitCode.GREEN.status();
    }

    private void reset(Course course, Entry entry) {
        List<String> kept = new Reset(course).apply(entry);
        desk.output()
                .sentence(entry.id() + " is as it came."
                        + (kept.isEmpty() ? "" : " What you wrote is kept in " + String.join(", ", kept) + "."));
        desk.tellTrouble(course);
    }
}
