package io.github.acrossexecutors.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of tasks whose caller does not wait for them any longer, or never did. */
@Timeout(60)
@ExtendWith(Orphans.class)
class WaitingTests {

    private static final ConcurrentLinkedQueue<String> OUTPUT = new ConcurrentLinkedQueue<>();
    private static ProcessPool pool;

    @BeforeAll
    static void started() {
        pool = Workers.few(1).output(OUTPUT::add).build();
    }

    @AfterAll
    static void closed() {
        pool.close();
    }

    private record Hanging(String begun)
            implements SerializableCallable<Integer>, SerializableFunction<Integer, Integer> {

        @Override
        public Integer call() {
            try {
                Files.createFile(Path.of(begun));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Workers.waitForever();
            return 0;
        }

        @Override
        public Integer apply(Integer input) {
            return call();
        }
    }

    @Test
    void invokeAllCancelsWhatIsNotDoneInTime() throws Exception {
        List<SerializableCallable<Integer>> tasks = List.of(() -> 1, () -> {
            Workers.waitForever();
            return 2;
        });
        pool.submit(() -> 0).get(30, TimeUnit.SECONDS);
        List<Future<Integer>> futures = pool.invokeAll(tasks, 2, TimeUnit.SECONDS);
        assertThat(futures.get(1).isCancelled()).isTrue();
        assertThatThrownBy(() -> futures.get(1).get()).isInstanceOf(CancellationException.class);
        assertThat(pool.submit(() -> 3).get(30, TimeUnit.SECONDS)).isEqualTo(3);
    }

    @Test
    void invokeAnyGivesUpInTimeAndFreesTheWorker() throws Exception {
        List<SerializableCallable<Integer>> tasks = List.of(() -> {
            Workers.waitForever();
            return 1;
        });
        assertThatThrownBy(() -> pool.invokeAny(tasks, 100, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        assertThat(pool.submit(() -> 3).get(30, TimeUnit.SECONDS)).isEqualTo(3);
    }

    @Test
    void theFailureOfATaskGivenToExecuteIsToldToWhoGetsTheOutput() {
        pool.execute((SerializableRunnable) () -> {
            throw new IllegalStateException("nobody waits for me");
        });
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(OUTPUT)
                        .anyMatch(line -> line.contains("a task given to execute failed")
                                && line.endsWith("IllegalStateException: nobody waits for me")));
    }

    @Test
    void anInterruptEndsAMapAndFreesItsWorkers(@TempDir Path directory) throws Exception {
        Path begun = directory.resolve("begun");
        FutureTask<List<Integer>> mapping =
                new FutureTask<>(() -> pool.map(new Hanging(begun.toString()), new ArrayList<>(List.of(1, 2)), 1));
        Thread caller = new Thread(mapping, "caller of map");
        caller.start();
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(begun));
        caller.interrupt();
        assertThatThrownBy(() -> mapping.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(InterruptedException.class);
        assertThat(pool.submit(() -> 3).get(30, TimeUnit.SECONDS)).isEqualTo(3);
    }
}
