package io.github.acrossexecutors.runner.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.runner.engine.Outcome.Red;
import io.github.acrossexecutors.runner.fixture.FixtureTree;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The engine, when code meddles with its own verdict,")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineTrustTests {

    private final Path directory;
    private final Engine engine;
    private FixtureTree fixture;

    EngineTrustTests(@TempDir Path directory) {
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

    private <T extends Outcome> T judgeStub(Class<T> expected) throws InterruptedException {
        Outcome outcome = engine.judge(fixture.addUp(), new Variant.Stub(), Selection.ALL);
        assertThat(outcome).isInstanceOf(expected);
        return expected.cast(outcome);
    }

    @Test
    @DisplayName("finds red what fails with a message of megabytes, and cuts the message")
    void hugeMessage() throws InterruptedException {
        fixture.answerAddUp("throw new IllegalStateException(\"x\".repeat(1_100_000));");

        assertThat(judgeStub(Red.class).first().failure().message())
                .startsWith("xxx")
                .hasSizeLessThan(70_000)
                .endsWith("(1034464 more characters are left out)");
    }
}
