package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.path.BrokenKoanException;
import io.github.acrossexecutors.runner.path.KoanPath;
import io.github.acrossexecutors.runner.path.KoanTree;
import io.github.acrossexecutors.runner.path.Pristine;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** For contributors: records the stubs and tests as they are now as those to be committed. */
@Command(
        name = "pristine",
        hidden = true,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Writes solutions/pristine.sha256 anew from the stubs and tests as they are.")
final class PristineCommand implements Callable<Integer> {

    private final Desk desk;

    PristineCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        KoanTree tree = KoanTree.around(desk.start())
                .orElseThrow(() -> new BrokenKoanException("There are no koans here: " + desk.start() + "."));
        KoanPath path = KoanPath.read(tree);
        Pristine.of(tree, path).write(tree);
        desk.output()
                .sentence(
                        tree.show(tree.pristine()) + " lists " + path.entries().size() + " stubs and their tests.");
        return ExitCode.GREEN.status();
    }
}
