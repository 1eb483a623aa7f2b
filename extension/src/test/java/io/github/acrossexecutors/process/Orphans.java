package io.github.acrossexecutors.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test class that leaves a process behind which was not there before it. */
final class Orphans implements BeforeAllCallback, AfterAllCallback {

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(Orphans.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(OURS).put("before", children());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Set<?> before = context.getStore(OURS).get("before", Set.class);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(children()).as("child processes").allMatch(before::contains));
    }

    private static Set<Long> children() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }
}
