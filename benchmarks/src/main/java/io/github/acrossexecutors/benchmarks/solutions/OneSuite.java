package io.github.acrossexecutors.benchmarks.solutions;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.acrossexecutors.benchmarks.solutions.Seen.Colour;
import io.github.acrossexecutors.runner.engine.Engine;
import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Selection;
import io.github.acrossexecutors.runner.engine.Variant;
import io.github.acrossexecutors.runner.link.MethodResult;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.KoanPath;
import io.github.acrossexecutors.runner.path.KoanTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The JVM of one run: every solution once, one after the other, as the gate runs them. Prints one line of JSON. */
final class OneSuite {

    private OneSuite() {}

    /** The arguments: the project's directory, then ids of koans; none for all. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        KoanTree tree = KoanTree.around(Path.of(arguments[0])).orElseThrow();
        List<String> asked = List.of(arguments).subList(1, arguments.length);
        List<Seen> seen = new ArrayList<>();
        try (Engine engine = new Engine(tree)) {
            for (Entry entry : KoanPath.read(tree).entries()) {
                if (asked.isEmpty() || asked.contains(entry.id())) {
                    seen.add(seen(entry, engine.judge(entry, new Variant.Solution(), Selection.PATIENTLY)));
                }
            }
        }
        System.out.println(new ObjectMapper().writeValueAsString(seen));
    }

    private static Seen seen(Entry entry, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Green green -> of(entry, Colour.GREEN, green.run(), "");
            case Outcome.Red red -> of(entry, Colour.FAILED, red.run(), shown(red.first()));
            case Outcome.Lost lost -> of(entry, Colour.FAILED, lost.run(), lost.sentence());
            case Outcome.NotJudged not -> new Seen(entry.id(), Colour.INCONCLUSIVE, 0, not.reason());
            case Outcome.Broken broken -> new Seen(entry.id(), Colour.FAILED, 0, broken.sentence());
            case Outcome.DoesNotCompile refused ->
                new Seen(
                        entry.id(),
                        Colour.FAILED,
                        0,
                        refused.problems().getFirst().message());
        };
    }

    private static Seen of(Entry entry, Colour colour, Outcome.Observed run, String said) {
        long millis = run.results().stream().mapToLong(MethodResult::millis).sum();
        return new Seen(entry.id(), colour, millis, said);
    }

    private static String shown(MethodResult failed) {
        return failed.method() + ": " + failed.failure().message();
    }
}
