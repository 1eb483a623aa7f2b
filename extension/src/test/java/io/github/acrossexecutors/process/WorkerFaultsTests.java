package io.github.acrossexecutors.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Workers that end or hang, and pools that are ended; no test leaves a process behind. */
@Timeout(120)
@ExtendWith(Orphans.class)
class WorkerFaultsTests {

    private static ProcessPoolBuilder builder(int workers) {
        return ProcessPool.builder().workers(workers).jvmArgs("-Xmx64m").output(line -> {});
    }

    private static void waitForever() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How a worker ends, and what is told about it. */
    @SuppressWarnings("ImmutableEnumChecker") // lambdas that capture nothing
    enum Death {
        EXIT_0(() -> System.exit(0), "exit code 0 (System.exit, as if all were well)"),
        EXIT_7(() -> System.exit(7), "exit code 7 (System.exit or Runtime.halt)"),
        HALT(() -> Runtime.getRuntime().halt(3), "exit code 3 (System.exit or Runtime.halt)"),
        KILL(() -> signal("-9"), "exit code 137 (killed:"),
        TERMINATE(() -> signal("-15"), "exit code 143 (terminated"),
        OUT_OF_MEMORY(() -> new ArrayList<long[]>().add(new long[100 << 20]), "exit code 3 (it ran out of memory"),
        GARBAGE(() -> TaskFaultsTests.writeIntoThePipe("not a frame\n".getBytes(UTF_8)), "It reads: not a frame");

        private final SerializableRunnable deed;
        private final String told;

        Death(SerializableRunnable deed, String told) {
            this.deed = deed;
            this.told = told;
        }

        private static void signal(String signal) {
            try {
                new ProcessBuilder(
                                "kill",
                                signal,
                                Long.toString(ProcessHandle.current().pid()))
                        .start();
                waitForever();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Death.class)
    void aWorkerThatEndsFailsItsTaskAloneAndIsReplaced(Death death) throws Exception {
        try (ProcessPool pool = builder(1).build()) {
            Future<?> first = pool.submit(() -> System.out.println("last words"));
            Future<?> deadly = pool.submit(() -> {
                death.deed.run();
                waitForever();
            });
            Future<Long> next = pool.submit(() -> ProcessHandle.current().pid());
            first.get(30, TimeUnit.SECONDS);
            Throwable thrown = catchThrowable(() -> deadly.get(30, TimeUnit.SECONDS));
            WorkerStatus ended = Orphans.those(pool, WorkerStatus.State.ENDED).get(0);
            assertThat(thrown).hasCauseInstanceOf(WorkerDiedException.class);
            assertThat(thrown.getCause())
                    .hasMessageContaining("(pid " + ended.pid() + ") ended while it executed this task")
                    .hasMessageContaining(death.told)
                    .hasMessageContaining("last words");
            assertThat(next.get(30, TimeUnit.SECONDS)).isNotEqualTo(ended.pid());
        }
    }

    @Test
    void aTaskThatNeverAnswersRunsOutOfItsTimeAndIsToldWhereItHung() throws Exception {
        try (ProcessPool pool = builder(1).taskTimeout(Duration.ofSeconds(2)).build()) {
            Future<?> stuck = pool.submit(WorkerFaultsTests::waitForever);
            Future<Integer> next = pool.submit(() -> 1);
            assertThatThrownBy(() -> stuck.get(30, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(TimeoutException.class)
                    .hasMessageContaining("more than PT2S")
                    .hasMessageContaining("WorkerFaultsTests.waitForever(WorkerFaultsTests.java:");
            assertThat(next.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    @Test
    void aThousandTasksOfWhichFiftyKillTheirWorkersLoseNoOther() throws Exception {
        Set<Integer> deadly =
                new Random(7).ints(0, 1_000).distinct().limit(50).boxed().collect(Collectors.toSet());
        List<Death> ways = List.of(Death.EXIT_0, Death.EXIT_7, Death.HALT, Death.KILL);
        try (ProcessPool pool = builder(2).build()) {
            List<Future<Integer>> futures = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                int index = i;
                Optional<Death> death = deadly.contains(i) ? Optional.of(ways.get(i % ways.size())) : Optional.empty();
                Death how = death.orElse(null);
                futures.add(pool.submit(() -> {
                    if (how != null) {
                        how.deed.run();
                    }
                    return index;
                }));
            }
            for (int i = 0; i < 1_000; i++) {
                Future<Integer> future = futures.get(i);
                if (deadly.contains(i)) {
                    assertThatThrownBy(() -> future.get(60, TimeUnit.SECONDS))
                            .hasCauseInstanceOf(WorkerDiedException.class)
                            .hasMessageContaining("(pid ")
                            .hasMessageContaining("exit code ");
                } else {
                    assertThat(future.get(60, TimeUnit.SECONDS)).isEqualTo(i);
                }
            }
        }
    }

    @Test
    void cancellingEndsTheWorkerOfARunningTaskAndDropsOneThatWaits(@TempDir Path directory) throws Exception {
        String begun = directory.resolve("begun").toString();
        String never = directory.resolve("never").toString();
        try (ProcessPool pool = builder(1).build()) {
            Future<?> running = pool.submit(() -> {
                Files.createFile(Path.of(begun));
                waitForever();
                return null;
            });
            Future<?> waiting =
                    pool.submit(() -> Files.createFile(Path.of(never)).toString());
            await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(Path.of(begun)));
            assertThat(waiting.cancel(false)).isTrue();
            assertThat(running.cancel(true)).isTrue();
            assertThat(running.cancel(true)).isFalse();
            assertThatThrownBy(running::get).isInstanceOf(CancellationException.class);
            assertThat(pool.submit(() -> 1).get(30, TimeUnit.SECONDS)).isEqualTo(1);
            assertThat(Path.of(never)).doesNotExist();
            assertThat(pool.workers()).hasSize(2);
        }
    }

    @Test
    void aShortTaskIsNotStuckBehindALongOneThatItWasSentBehind(@TempDir Path directory) throws Exception {
        String end = directory.resolve("end").toString();
        try (ProcessPool pool = builder(2).build()) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> Orphans.those(pool, WorkerStatus.State.IDLE).size() == 2);
            List<Future<Integer>> all = IntStream.range(0, 12)
                    .mapToObj(index -> (Future<Integer>) pool.submit(() -> {
                        if (index == 0) {
                            await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(Path.of(end)));
                        }
                        return index;
                    }))
                    .toList();
            for (int i = 1; i < all.size(); i++) {
                assertThat(all.get(i).get(30, TimeUnit.SECONDS)).isEqualTo(i);
            }
            assertThat(all.get(0).isDone()).isFalse();
            Files.createFile(Path.of(end));
            assertThat(all.get(0).get(30, TimeUnit.SECONDS)).isZero();
        }
    }

    @Test
    void workersAreReplacedAfterSoManyTasks() throws Exception {
        try (ProcessPool pool = builder(1).tasksPerWorker(2).build()) {
            List<Long> pids = pool.map((Integer n) -> ProcessHandle.current().pid(), List.of(1, 2, 3, 4), 1);
            assertThat(pids.get(0)).isEqualTo(pids.get(1)).isNotEqualTo(pids.get(2));
            assertThat(pids.get(2)).isEqualTo(pids.get(3));
            long last = pool.submit(() -> ProcessHandle.current().pid()).get(30, TimeUnit.SECONDS);
            pool.replaceWorkers();
            assertThat(pool.submit(() -> ProcessHandle.current().pid()).get(30, TimeUnit.SECONDS))
                    .isNotEqualTo(last);
        }
    }

    @Test
    void anInitializerThatFailsBreaksThePool() {
        try (ProcessPool pool = builder(2)
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
        try (ProcessPool pool = builder(1).jvmArgs("-XX:+NoSuchOption").build()) {
            Throwable thrown = catchThrowable(() -> pool.submit(() -> 1).get(30, TimeUnit.SECONDS));
            assertThat(thrown)
                    .hasStackTraceContaining("in a row ended while they started")
                    .hasStackTraceContaining("exit code 1")
                    .hasStackTraceContaining("Unrecognized VM option 'NoSuchOption'");
        }
    }

    @Test
    void closingWaitsForWhatWasSubmittedAndMayBeDoneTwice() throws Exception {
        ProcessPool pool = builder(2).build();
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
    void shuttingDownNowEndsWhatRunsAndGivesBackTheRest() throws Exception {
        ProcessPool pool = builder(1).build();
        Future<?> running = pool.submit(WorkerFaultsTests::waitForever);
        List<Future<?>> waiting = IntStream.range(0, 30)
                .<Future<?>>mapToObj(index -> pool.submit(() -> index))
                .toList();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !Orphans.those(pool, WorkerStatus.State.BUSY).isEmpty());
        assertThat(pool.shutdownNow()).hasSize(30);
        assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(running::get).isInstanceOf(CancellationException.class);
        assertThat(waiting).allMatch(Future::isCancelled);
    }

    /** A program whose workers wait for ever, and that waits to be killed. */
    static final class Doomed {

        private Doomed() {}

        public static void main(String[] arguments) throws InterruptedException, ExecutionException {
            ProcessPool pool = builder(2).build();
            for (ProcessFuture<Long> each :
                    pool.broadcast(() -> ProcessHandle.current().pid())) {
                System.out.println(each.get());
            }
            pool.submit(WorkerFaultsTests::waitForever).get();
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
