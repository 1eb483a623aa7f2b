package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.page.Page;
import io.github.acrossexecutors.runner.path.Entry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import koans.kit.KoanText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Gives the next of a koan's hints. */
@Command(
        name = "hint",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Gives the next hint.")
final class HintCommand implements Callable<Integer> {

    private final Desk desk;

    @Mixin
    private final KoanArgument koan = new KoanArgument();

    HintCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Course course = desk.open();
        Optional<Entry> entry = koan.find(course);
        if (entry.isPresent()) {
            hint(course, entry.get());
        } else {
            desk.output().sentence("Every koan is passed: there is nothing left to hint at.");
        }
        return ExitCode.GREEN.status();
    }

    private void hint(Course course, Entry entry) {
        KoanText text = course.text(entry);
        List<String> hints = text.hints();
        int given = course.progress().of(entry.id()).hints();
        int next = Math.min(given, hints.size() - 1);
        Page page = desk.output()
                .page()
                .sentence(entry.id() + " " + text.title() + ", hint " + (next + 1) + " of " + hints.size() + ":")
                .prose(hints.get(next));
        if (given >= hints.size()) {
            page.sentence("That was the last hint. One solution: `" + desk.command("solution " + entry.id()) + "`");
        }
        course.progress().change(entry.id(), known -> known.hinted(Math.min(given + 1, hints.size())));
        desk.output().show(page);
        desk.tellTrouble(course);
    }
}
