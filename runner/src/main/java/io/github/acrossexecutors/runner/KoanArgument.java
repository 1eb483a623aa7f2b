package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.path.Entry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The koan a command is about, as a learner types it. */
final class KoanArgument {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @CommandLine.Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "the koan, such as K0104 or 0104; by default the first that is not passed")
    private @Nullable String id;

    /**
     * Finds the koan.
     *
     * @throws CommandLine.ParameterException if there is none of that name; the message names the nearest
     */
    Optional<Entry> find(Course course) {
        return id == null ? course.current() : Optional.of(find(course, id));
    }

    /** As {@link #find}, where a name must be given. */
    Entry require(Course course) {
        if (id == null) {
            throw wrong("Which koan? Give its id, such as K0104.");
        }
        return find(course, id);
    }

    private Entry find(Course course, String name) {
        try {
            return course.path().named(name);
        } catch (IllegalArgumentException unknown) {
            throw wrong(String.valueOf(unknown.getMessage()));
        }
    }

    private RuntimeException wrong(String sentence) {
        return command == null
                ? new IllegalStateException(sentence)
                : new CommandLine.ParameterException(command.commandLine(), sentence);
    }
}
