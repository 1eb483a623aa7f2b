package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.Screen.Style;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.Pristine;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists the path, with what was reached. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists the koans in order, each with its state.")
final class ListCommand implements Callable<Integer> {

    private final Learn.Desk desk;

    ListCommand(Learn.Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Session session = desk.open();
        Pristine pristine = Pristine.read(session.tree());
        Optional<Entry> current = session.current();
        for (Entry entry : session.path().entries()) {
            String mark = current.equals(Optional.of(entry)) ? ">" : " ";
            session.screen()
                    .line("%s %3d  %s  %-32s  %s"
                            .formatted(
                                    mark,
                                    session.path().step(entry),
                                    entry.id(),
                                    session.text(entry).title(),
                                    state(session, pristine, entry)));
        }
        return ExitCode.GREEN.status();
    }

    private static String state(Session session, Pristine pristine, Entry entry) {
        if (session.solved(entry)) {
            return session.screen().styled("solved", Style.GREEN);
        }
        return pristine.holds(session.tree(), entry) ? "not begun" : "in progress";
    }
}
