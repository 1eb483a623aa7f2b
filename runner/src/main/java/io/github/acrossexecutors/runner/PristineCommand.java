package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.path.Pristine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** For contributors: records the stubs as they are now as those to be committed. */
@Command(
        name = "pristine",
        hidden = true,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Writes solutions/pristine.sha256 anew from the stubs as they are.")
final class PristineCommand implements Callable<Integer> {

    private final Learn.Desk desk;

    PristineCommand(Learn.Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Session session = desk.open();
        Pristine pristine = Pristine.of(session.tree(), session.path());
        pristine.write(session.tree());
        session.screen()
                .line(session.tree().show(session.tree().pristine()) + " lists "
                        + pristine.hashes().size() + " stubs.");
        return ExitCode.GREEN.status();
    }
}
