package io.github.acrossexecutors.runner.gate;

import io.github.acrossexecutors.runner.path.BrokenKoanException;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.KoanPath;
import io.github.acrossexecutors.runner.path.KoanTree;
import io.github.acrossexecutors.runner.path.Presence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every check of a tree of koans. */
final class Gate {

    private static final String PATH = "path.yaml";

    private final KoanTree tree;
    private final Judge judge;
    private final boolean strict;
    private final Tally tally = new Tally();

    Gate(KoanTree tree, Judge judge, boolean strict) {
        this.tree = tree;
        this.judge = judge;
        this.strict = strict;
    }

    Tally tally() {
        return tally;
    }

    /** The checks by title of their koan, in the order of the path; a path that cannot be read is the only check there is. */
    Map<String, List<Check>> checks() {
        Map<String, List<Check>> checks = new LinkedHashMap<>();
        try {
            KoanPath path = KoanPath.read(tree);
            checks.put(
                    PATH,
                    List.of(new Check(
                            PATH, "every koan of the path is present, and none beside it", () -> presence(path))));
            path.entries().forEach(entry -> checks.put(entry.name(), checks(entry)));
        } catch (BrokenKoanException broken) {
            checks.put(PATH, List.of(new Check(PATH, "can be read", () -> {
                throw broken;
            })));
        }
        return checks;
    }

    private List<Check> checks(Entry entry) {
        List<Check> checks = new ArrayList<>(new SourceRules(tree, entry).checks());
        checks.addAll(new RunRules(tree, judge, entry, strict, tally).checks());
        return checks;
    }

    private void presence(KoanPath path) {
        List<String> faults = new Presence(tree, path).faults();
        Violation.unless(faults.isEmpty(), String.join("\n", faults));
    }
}
