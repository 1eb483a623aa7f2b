package io.github.acrossexecutors.runner.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.runner.engine.Engine;
import io.github.acrossexecutors.runner.fixture.FixtureTree;
import io.github.acrossexecutors.runner.path.Pristine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.opentest4j.TestAbortedException;

/** The gate on the fixture's tree: what a test broke, and which checks notice. */
final class BrokenTree implements AutoCloseable {

    private final Path directory;
    private final Engine engine;
    private FixtureTree fixture;

    BrokenTree(Path directory) {
        this.directory = directory;
        fixture = FixtureTree.in(directory);
        engine = new Engine(fixture.tree());
    }

    /** The tree in order again. */
    FixtureTree restore() {
        fixture = FixtureTree.in(directory);
        return fixture;
    }

    /**
     * What every check came to: nothing for those that hold.
     *
     * @param failed message by check
     * @param aborted message by check
     */
    record Report(Map<String, String> failed, Map<String, String> aborted) {}

    Report judge(boolean strict) {
        Report report = new Report(new TreeMap<>(), new TreeMap<>());
        new Gate(fixture.tree(), engine::judge, strict)
                .checks().values().stream().flatMap(List::stream).forEach(check -> look(check, report));
        return report;
    }

    private static void look(Check check, Report report) {
        try {
            check.run();
        } catch (TestAbortedException aborted) {
            report.aborted().put(check.name(), String.valueOf(aborted.getMessage()));
        } catch (Throwable failed) {
            report.failed().put(check.name(), String.valueOf(failed.getMessage()));
        }
    }

    /** The only failures there are, with nothing skipped; committed hashes are taken after the test's edit. */
    Map<String, String> failures() {
        Pristine.of(fixture.tree(), fixture.path()).write(fixture.tree());
        Report report = judge(true);
        assertThat(report.aborted()).isEmpty();
        report.failed().forEach((name, message) -> assertThat(message).startsWith(name));
        return report.failed();
    }

    @Override
    public void close() {
        engine.close();
    }
}
