package io.github.acrossexecutors.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Pools whose workers cannot start, or whose own JVM is in trouble: nobody waits for ever; no process is left behind. */
@Timeout(60)
@ExtendWith(Orphans.class)
class BrokenPoolTests {

    @Test
    void aPoolThatIsClosedBeforeItsJvmsHaveFailedToStartEnds() {
        Future<Integer> task;
        try (ProcessPool pool = Workers.few(1).jvmArgs("-XX:+NoSuchOption").build()) {
            task = pool.submit(() -> 1);
        }
        assertBroken(task, "in a row ended while they started");
    }

    @Test
    void whatWasSentAheadToAWorkerFailsWithThePool(@TempDir Path directory) throws Exception {
        String deny = directory.resolve("deny").toString();
        String go = directory.resolve("go").toString();
        try (ProcessPool pool = Workers.few(2)
                .initializer(() -> {
                    if (Files.exists(Path.of(deny))) {
                        throw new IllegalStateException("no licence");
                    }
                })
                .build()) {
            pool.broadcast(() -> 0).forEach(BrokenPoolTests::await);
            pool.execute((SerializableRunnable) () -> {
                EndedTasksTests.awaitFile(go);
                System.exit(1);
            });
            pool.execute((SerializableRunnable) Workers::waitForever);
            List<Future<Integer>> others = IntStream.range(0, 10)
                    .<Future<Integer>>mapToObj(index -> pool.submit(() -> index))
                    .toList();
            Files.createFile(Path.of(deny));
            Files.createFile(Path.of(go));
            others.forEach(each -> assertBroken(each, "The initializer failed"));
        }
    }

    @Test
    void workersThatAreReplacedBeforeTheyHaveStartedAreNotCountedAsFailed(@TempDir Path directory) throws Exception {
        String go = directory.resolve("go").toString();
        try (ProcessPool pool =
                Workers.few(3).initializer(() -> EndedTasksTests.awaitFile(go)).build()) {
            Future<Integer> task = pool.submit(() -> 1);
            pool.replaceWorkers();
            Files.createFile(Path.of(go));
            assertThat(task.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    @Test
    void whatIsTooLargeForAWorkersFirstMessageIsToldBeforeAJvmIsStarted() {
        try (ProcessPool pool = Workers.few(1)
                .maxFrameBytes(200)
                .shared(Map.of("licence", "x".repeat(1_000)))
                .build()) {
            assertThatThrownBy(() -> pool.submit(() -> 1).get(30, TimeUnit.SECONDS))
                    .hasStackTraceContaining(FrameTooLargeException.class.getName());
        }
    }

    /** Something that only a worker can make without an error. */
    private static final class Unreadable implements Serializable {

        private static final long serialVersionUID = 1;

        private void readObject(ObjectInputStream in) {
            throw new AssertionError("not here");
        }
    }

    @Test
    void anErrorWhileAResultIsUnpackedFailsItsTaskAndNothingElse() throws Exception {
        try (ProcessPool pool = Workers.few(1).build()) {
            long pid = pool.submit(() -> ProcessHandle.current().pid()).get(30, TimeUnit.SECONDS);
            assertThatThrownBy(() -> pool.submit(Unreadable::new).get(30, TimeUnit.SECONDS))
                    .hasMessageContaining("What the task returned cannot be unpacked here")
                    .hasStackTraceContaining("not here");
            assertThat(pool.submit(() -> ProcessHandle.current().pid()).get(30, TimeUnit.SECONDS))
                    .isEqualTo(pid);
        }
    }

    @Test
    void aReaderOfOutputThatThrowsEndsNoWorker() throws Exception {
        try (ProcessPool pool = Workers.few(1)
                .output(line -> {
                    throw new IllegalStateException("disk full");
                })
                .build()) {
            long pid = pool.submit(() -> ProcessHandle.current().pid()).get(30, TimeUnit.SECONDS);
            pool.execute((SerializableRunnable) () -> {
                throw new IllegalStateException("failed");
            });
            assertThat(pool.submit(() -> ProcessHandle.current().pid()).get(30, TimeUnit.SECONDS))
                    .isEqualTo(pid);
        }
    }

    private static void await(Future<?> future) {
        try {
            future.get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void assertBroken(Future<?> task, String reason) {
        assertThatThrownBy(() -> task.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(ProcessPoolBrokenException.class)
                .hasMessageContaining(reason);
    }
}
