package io.github.acrossexecutors.runner.gate;

import io.github.acrossexecutors.runner.path.KoanTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
 * Judges this clone's koans.
 *
 * <p>A stub that was edited is its editor's: solved it passes, in progress it is skipped. Strict mode ({@code KOANS_STRICT=true} in the environment, or
 * {@code -Dkoans.strict=true}) wants every stub as it was committed.
 *
 * <p>Who writes a koan judges it alone: {@code -Dkoans.only=K0104,K0105}. Strict mode knows no such thing.
 */
@DisplayName("The gate")
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GateTests {

    private final KoanTree tree = KoanTree.around(Path.of("")).orElseThrow();
    private final Engines engines;
    private final Gate gate;

    GateTests() throws InterruptedException {
        engines = new Engines(tree);
        gate = new Gate(tree, engines, strict());
    }

    private static boolean strict() {
        return Boolean.parseBoolean(System.getenv("KOANS_STRICT")) || Boolean.getBoolean("koans.strict");
    }

    @TestFactory
    @DisplayName("judges every koan")
    Stream<DynamicNode> koans() {
        Only only = strict() ? Only.all() : Only.asked();
        Map<String, List<Check>> checks = gate.checks();
        only.requireSome(checks.keySet().stream().anyMatch(only::names));
        return checks.entrySet().stream()
                .filter(koan -> only.names(koan.getKey()))
                .map(koan -> DynamicContainer.dynamicContainer(
                        koan.getKey(),
                        koan.getValue().stream().map(check -> DynamicTest.dynamicTest(check.name(), check::run))));
    }

    @AfterAll
    void report() {
        engines.close();
        System.out.println("The gate:\n" + gate.tally().summary());
    }
}
