package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.page.PathPage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the path, with what was reached. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists the koans in order, each with its state.")
final class ListCommand implements Callable<Integer> {

    private final Desk desk;

    ListCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Course course = desk.open();
        PathPage.of(course, course.current()).forEach(desk.output()::line);
        return ExitCode.GREEN.status();
    }
}
