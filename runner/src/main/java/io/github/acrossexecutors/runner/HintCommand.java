package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.path.Entry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import koans.kit.KoanText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives the next of a koan's hints. */
@Command(
        name = "hint",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Gives the next hint.")
final class HintCommand implements Callable<Integer> {

    private final Learn.Desk desk;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "the koan; the first that is not solved by default")
    private @Nullable String id;

    HintCommand(Learn.Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Session session = desk.open();
        Optional<Entry> entry = id == null ? session.current() : Optional.of(KoanArgument.find(session, spec, id));
        if (entry.isPresent()) {
            hint(session, entry.get());
        } else {
            session.screen().line("Every koan is solved: there is nothing left to hint at.");
        }
        return ExitCode.GREEN.status();
    }

    private static void hint(Session session, Entry entry) {
        KoanText text = session.text(entry);
        List<String> hints = text.hints();
        int given = session.progress().of(entry.id()).hints();
        int next = Math.min(given, hints.size() - 1);
        Screen screen = session.screen();
        screen.line(entry.id() + " " + text.title() + ", hint " + (next + 1) + " of " + hints.size() + ":");
        screen.prose(hints.get(next));
        if (given >= hints.size()) {
            screen.line("That was the last hint. One solution: "
                    + session.tree().show(session.tree().solution(entry)));
        }
        session.progress().change(entry.id(), koan -> koan.hinted(Math.min(given + 1, hints.size())));
    }
}
