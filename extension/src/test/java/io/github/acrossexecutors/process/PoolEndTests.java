package io.github.acrossexecutors.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How pools end: closed, shut down, broken, or with their JVM; no test leaves a process behind. */
@Timeout(120)
@ExtendWith(Orphans.class)
class PoolEndTests {

    @Test
    void anInitializerThatFailsBreaksThePool() {
        try (ProcessPool pool = Workers.few(2)
                .initializer(() -> {
                    throw new IllegalStateException("no licence");
                })
                .build()) {
            Throwable thrown = catchThrowable(() -> pool.submit(() -> 1).get(30, TimeUnit.SECONDS));
            assertThat(thrown).hasStackTraceContaining("The initializer failed in worker ");
            assertThat(thrown).hasRootCauseMessage("no licence");
            await().untilAsserted(() -> assertThat(pool.isShutdown()).isTrue());
            assertThatThrownBy(() -> pool.submit(() -> 2))
                    .isInstanceOf(RejectedExecutionException.class)
                    .hasMessageContaining("is broken: The initializer failed");
        }
    }

    @Test
    void aJvmThatCannotStartBreaksThePoolWithItsOwnWords() {
        try (ProcessPool pool = Workers.few(1).jvmArgs("-XX:+NoSuchOption").build()) {
            Throwable thrown = catchThrowable(() -> pool.submit(() -> 1).get(30, TimeUnit.SECONDS));
            assertThat(thrown)
                    .hasStackTraceContaining("in a row ended while they started")
                    .hasStackTraceContaining("exit code 1")
                    .hasStackTraceContaining("Unrecognized VM option 'NoSuchOption'");
        }
    }

    @Test
    void closingWaitsForWhatWasSubmittedAndMayBeDoneTwice() throws Exception {
        ProcessPool pool = Workers.few(2).build();
        List<Future<Integer>> futures = IntStream.range(0, 20)
                .mapToObj(index -> (Future<Integer>) pool.submit(() -> index))
                .toList();
        pool.close();
        for (int i = 0; i < futures.size(); i++) {
            assertThat(futures.get(i).isDone()).isTrue();
            assertThat(futures.get(i).get()).isEqualTo(i);
        }
        pool.close();
        assertThat(pool.isTerminated()).isTrue();
        assertThatThrownBy(() -> pool.submit(() -> 1))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessageContaining("has been shut down");
    }

    @Test
    void workersOfAClosedPoolExecuteTheirShutdownHooks(@TempDir Path directory) throws Exception {
        String hooked = directory.resolve("hooked").toString();
        try (ProcessPool pool = Workers.few(1).build()) {
            pool.submit(() -> Runtime.getRuntime().addShutdownHook(new Thread(() -> new File(hooked).mkdir())))
                    .get(30, TimeUnit.SECONDS);
        }
        assertThat(Path.of(hooked)).exists();
    }

    @Test
    void soDoThoseInWhichAThreadOfTheUserGoesOn(@TempDir Path directory) throws Exception {
        String hooked = directory.resolve("hooked").toString();
        try (ProcessPool pool = Workers.few(1).build()) {
            pool.submit(() -> {
                        Runtime.getRuntime().addShutdownHook(new Thread(() -> new File(hooked).mkdir()));
                        new Thread(Workers::waitForever).start();
                    })
                    .get(30, TimeUnit.SECONDS);
        }
        assertThat(Path.of(hooked)).exists();
    }

    @Test
    void shuttingDownNowEndsWhatRunsAndGivesBackTheRest() throws Exception {
        ProcessPool pool = Workers.few(1).build();
        Future<?> running = pool.submit(Workers::waitForever);
        List<Future<?>> waiting = IntStream.range(0, 30)
                .<Future<?>>mapToObj(index -> pool.submit(() -> index))
                .toList();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !Workers.those(pool, WorkerStatus.State.BUSY).isEmpty());
        assertThat(pool.shutdownNow()).hasSize(30);
        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(running::get).isInstanceOf(CancellationException.class);
        assertThat(waiting).allMatch(Future::isCancelled);
    }

    /** A program whose workers wait for ever, and that waits to be killed. */
    static final class Doomed {

        private Doomed() {}

        public static void main(String[] arguments) throws InterruptedException, ExecutionException {
            ProcessPool pool = Workers.few(2).build();
            for (ProcessFuture<Long> each :
                    pool.broadcast(() -> ProcessHandle.current().pid())) {
                System.out.println(each.get());
            }
            pool.submit(Workers::waitForever).get();
        }
    }

    @Test
    void workersEndWhenTheirParentIsKilled() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Doomed.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = new BufferedReader(new InputStreamReader(parent.getInputStream(), UTF_8));
        List<ProcessHandle> workers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            workers.add(ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow());
        }
        parent.destroyForcibly().waitFor();
        // A second on a machine that has one to give; the rest is for one that has not.
        await().atMost(Duration.ofSeconds(5)).until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
    }
}
