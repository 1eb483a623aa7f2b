package io.github.acrossexecutors.runner.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The children of an engine")
class ChildrenTests {

    private static final Duration AMPLE = Duration.ofSeconds(30);

    private static Children children() {
        EngineSettings settings = EngineSettings.standard();
        return new Children(new ChildCommand(settings.classPath(), settings.childOptions()));
    }

    private static ChildJvm idle(Children children) {
        ChildJvm child = children.use();
        children.release(true);
        return child;
    }

    private static void kill(ChildJvm child) {
        child.close();
        await().atMost(AMPLE).until(() -> !child.lives());
    }

    @Test
    @DisplayName("are used again while they live")
    void again() {
        try (Children children = children()) {
            children.prepare();
            ChildJvm first = idle(children);

            assertThat(idle(children)).isSameAs(first);
        }
    }

    @Test
    @DisplayName("are replaced by the spare, or by a new one, if they ended between two runs")
    void killedWhileIdle() {
        try (Children children = children()) {
            children.prepare();
            children.prepare();
            ChildJvm first = idle(children);
            kill(first);
            ChildJvm spare = idle(children);
            kill(spare);
            ChildJvm third = idle(children);

            assertThat(spare).isNotSameAs(first).isNotSameAs(third);
            assertThat(third.lives()).isTrue();
        }
    }
}
