package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.Screen.Style;
import io.github.acrossexecutors.runner.engine.Engine;
import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Selection;
import io.github.acrossexecutors.runner.link.MethodResult;
import io.github.acrossexecutors.runner.path.Entry;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import koans.kit.KoanText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges one koan, whatever was reached, and tells of each of its guarantees. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Judges one koan, also one that is solved.")
final class RunCommand implements Callable<Integer> {

    private final Learn.Desk desk;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "the koan, such as K0104 or 0104")
    private String id = "";

    RunCommand(Learn.Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        Session session = desk.open();
        Entry entry = KoanArgument.find(session, spec, id);
        Outcome outcome;
        try (Engine engine = new Engine(session.tree())) {
            outcome = session.judge(engine, entry, Selection.ALL);
        }
        KoanText text = session.text(entry);
        session.screen().line(session.screen().styled(entry.id() + " " + text.title(), Style.BOLD));
        results(outcome).forEach(result -> session.screen().line(line(session.screen(), text, result)));
        session.screen().line();
        return new Telling(session).tell(entry, outcome).status();
    }

    private static List<MethodResult> results(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Green green -> green.run().results();
            case Outcome.Red red -> red.run().results();
            case Outcome.Lost lost -> lost.run().results();
            case Outcome.DoesNotCompile refused -> List.of();
            case Outcome.NotJudged not -> List.of();
            case Outcome.Broken broken -> List.of();
        };
    }

    private static String line(Screen screen, KoanText text, MethodResult result) {
        Style style = result.status() == MethodResult.Status.PASSED ? Style.GREEN : Style.RED;
        String status = screen.styled("%-8s".formatted(result.status().name().toLowerCase(Locale.ROOT)), style);
        return "  " + status + " " + result.guarantee() + ". "
                + text.guarantee(result.guarantee()).sentence();
    }
}
