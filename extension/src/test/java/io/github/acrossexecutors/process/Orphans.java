package io.github.acrossexecutors.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test that leaves a process behind which was not there before it. */
final class Orphans implements BeforeEachCallback, AfterEachCallback {

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(Orphans.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        context.getStore(OURS).put("before", children());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Set<?> before = context.getStore(OURS).get("before", Set.class);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(children()).as("child processes").allMatch(before::contains));
    }

    static Set<Long> children() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    static List<WorkerStatus> those(ProcessPool pool, WorkerStatus.State state) {
        Predicate<WorkerStatus> inIt = worker -> worker.state() == state;
        return pool.workers().stream().filter(inIt).toList();
    }
}
