package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.course.Update;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes new tests, texts and stubs, and leaves what the learner wrote alone. */
@Command(
        name = "update",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Takes new tests, texts, solutions and stubs from a newer copy.",
            "A stub you have edited stays; the new one is laid beside it."
        })
final class UpdateCommand implements Callable<Integer> {

    private final Desk desk;

    @Parameters(
            arity = "0..1",
            paramLabel = "FROM",
            description = "a folder or a zip file; by default git fetches from where this clone came from")
    private @Nullable Path from;

    UpdateCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Course course = desk.open();
        Update update = new Update(course);
        List<String> changes = from == null ? update.fromOrigin() : update.from(from);
        changes.forEach(desk.output()::sentence);
        desk.output()
                .sentence(
                        changes.isEmpty()
                                ? "Everything is as in the newer copy."
                                : changes.size() + (changes.size() == 1 ? " file" : " files") + " updated.");
        return ExitCode.GREEN.status();
    }
}
