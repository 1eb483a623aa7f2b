package io.github.acrossexecutors.runner.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Selection;
import io.github.acrossexecutors.runner.engine.Variant;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.KoanPath;
import io.github.acrossexecutors.runner.path.KoanTree;
import io.github.acrossexecutors.runner.path.Mutant;
import io.github.acrossexecutors.runner.path.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Runs each mutant against each test of its koan, and tells which kill it, and which tests kill none: the gate runs the one that must.
 *
 * <p>No part of the build, which looks for {@code *Tests}: {@code -Dtest=AllMutants}.
 */
@DisplayName("All mutants")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class AllMutants {

    private final KoanTree tree = KoanTree.around(Path.of("")).orElseThrow();
    private final Engines engines;
    private final Map<String, List<String>> killers = new TreeMap<>();
    private final TreeSet<String> idle = new TreeSet<>();

    AllMutants() throws InterruptedException {
        engines = new Engines(tree);
    }

    @TestFactory
    @DisplayName("against all tests")
    Stream<DynamicNode> mutants() {
        return Only.asked().of(KoanPath.read(tree).entries()).stream()
                .map(entry -> DynamicContainer.dynamicContainer(
                        entry.name(),
                        Mutant.read(tree, entry).stream()
                                .map(mutant -> DynamicTest.dynamicTest(mutant.name(), () -> meets(entry, mutant)))));
    }

    private void meets(Entry entry, Mutant mutant) throws InterruptedException {
        Set<String> methods = methods(entry);
        List<String> killing = new ArrayList<>();
        for (String method : methods) {
            Outcome outcome = engines.judge(entry, new Variant.Mutant(mutant), Selection.only(method));
            if (outcome instanceof Outcome.Red || outcome instanceof Outcome.Lost) {
                killing.add(method);
            }
        }
        note(entry, mutant, methods, killing);
        assertThat(killing).contains(mutant.killedBy());
    }

    private Set<String> methods(Entry entry) {
        Path test = tree.test(entry);
        return new TestMethods(ParsedSource.of(tree.show(test), Sources.readOrBreak(tree, test, "of " + entry.id())))
                .guarantees()
                .keySet();
    }

    private synchronized void note(Entry entry, Mutant mutant, Set<String> methods, List<String> killing) {
        killers.put(entry.id() + " '" + mutant.name() + "'", killing);
        methods.forEach(method -> idle.add(entry.id() + " " + method));
    }

    @AfterAll
    void report() {
        engines.close();
        StringBuilder text = new StringBuilder("All mutants against all tests:\n");
        killers.forEach((mutant, killing) -> {
            text.append("  %s: %s%n".formatted(mutant, killing.isEmpty() ? "nobody" : String.join(", ", killing)));
            String koan = mutant.substring(0, mutant.indexOf(' '));
            killing.forEach(method -> idle.remove(koan + " " + method));
        });
        text.append("  %d mutants; tests that kill none: %s"
                .formatted(killers.size(), idle.isEmpty() ? "none" : String.join(", ", idle)));
        System.out.println(text);
    }
}
