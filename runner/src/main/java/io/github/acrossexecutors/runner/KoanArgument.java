package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.path.Entry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Turns what a learner typed into a koan. */
final class KoanArgument {

    private KoanArgument() {}

    /**
     * Finds the koan.
     *
     * @throws CommandLine.ParameterException if there is none of that name; the message lists those there are
     */
    static Entry find(Session session, @Nullable CommandSpec spec, String name) {
        try {
            return session.path().named(name);
        } catch (IllegalArgumentException unknown) {
            if (spec == null) {
                throw unknown;
            }
            throw new CommandLine.ParameterException(spec.commandLine(), unknown.getMessage(), unknown);
        }
    }
}
