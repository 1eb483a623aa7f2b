package io.github.acrossexecutors.runner.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.runner.fixture.FixtureTree;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** One engine for a class of tests, each with a tree of its own as it came. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class JudgedStub {

    final Engine engine;
    FixtureTree fixture;

    private final Path directory;

    JudgedStub(Path directory) {
        this.directory = directory;
        fixture = FixtureTree.in(directory);
        EngineSettings standard = EngineSettings.standard();
        engine = new Engine(
                fixture.tree(),
                new EngineSettings(standard.classPath(), standard.childOptions(), Duration.ofSeconds(2)));
    }

    @BeforeEach
    void restoreTree() {
        fixture = FixtureTree.in(directory);
    }

    @AfterAll
    void close() {
        engine.close();
    }

    final Outcome judgeStub() throws InterruptedException {
        return engine.judge(fixture.addUp(), new Variant.Stub(), Selection.ALL);
    }

    final <T extends Outcome> T judgeStub(Class<T> expected) throws InterruptedException {
        Outcome outcome = judgeStub();
        assertThat(outcome).isInstanceOf(expected);
        return expected.cast(outcome);
    }
}
