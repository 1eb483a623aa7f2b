package io.github.acrossexecutors.process;

import static io.github.acrossexecutors.process.EndedTasksTests.awaitFile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Workers that end or hang; no test leaves a process behind. */
@Timeout(120)
@ExtendWith(Orphans.class)
class WorkerFaultsTests {

    /** For the tests whose task must meet the worker of another. */
    private static ProcessPool one;

    private static ProcessPool two;

    @BeforeAll
    static void started() {
        one = Workers.few(1).build();
        two = Workers.few(2).build();
    }

    @AfterAll
    static void closed() {
        one.close();
        two.close();
    }

    /** How a worker ends, and what is told about it. */
    @SuppressWarnings("ImmutableEnumChecker") // lambdas that capture nothing
    enum Death {
        EXIT_0(() -> System.exit(0), "exit code 0 (System.exit, as if all were well)"),
        EXIT_7(() -> System.exit(7), "exit code 7 (System.exit or Runtime.halt)"),
        HALT(() -> Runtime.getRuntime().halt(3), "exit code 3 (System.exit or Runtime.halt)"),
        KILL(() -> signal("-9"), "exit code 137 (killed:"),
        TERMINATE(() -> signal("-15"), "exit code 143 (terminated"),
        OUT_OF_MEMORY(() -> new ArrayList<long[]>().add(new long[100 << 20]), "exit code 3 (it ran out of memory");

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
                Workers.waitForever();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Death.class)
    void aWorkerThatEndsFailsItsTaskAloneAndIsReplaced(Death death) throws Exception {
        Future<?> first = one.submit(() -> System.out.println("last words"));
        Future<?> deadly = one.submit(() -> {
            death.deed.run();
            Workers.waitForever();
        });
        Future<Long> next = one.submit(() -> ProcessHandle.current().pid());
        first.get(30, TimeUnit.SECONDS);
        Throwable thrown = catchThrowable(() -> deadly.get(30, TimeUnit.SECONDS));
        List<WorkerStatus> ended = Workers.those(one, WorkerStatus.State.ENDED);
        long pid = ended.get(ended.size() - 1).pid();
        assertThat(thrown).hasCauseInstanceOf(WorkerDiedException.class);
        assertThat(thrown.getCause())
                .hasMessageContaining("(pid " + pid + ") ended while it executed this task")
                .hasMessageContaining(death.told)
                .hasMessageContaining("last words");
        assertThat(next.get(30, TimeUnit.SECONDS)).isNotEqualTo(pid);
    }

    @Test
    void aTaskThatNeverAnswersRunsOutOfItsTimeAndIsToldWhereItHung() throws Exception {
        try (ProcessPool pool =
                Workers.few(1).taskTimeout(Duration.ofSeconds(2)).build()) {
            Future<?> stuck = pool.submit(Workers::waitForever);
            Future<Integer> next = pool.submit(() -> 1);
            assertThatThrownBy(() -> stuck.get(30, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(TimeoutException.class)
                    .hasMessageContaining("more than PT2S")
                    .hasMessageContaining("Workers.waitForever(Workers.java:");
            assertThat(next.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    @Test
    void aThousandTasksOfWhichFiftyKillTheirWorkersLoseNoOther() throws Exception {
        Set<Integer> deadly =
                new Random(7).ints(0, 1_000).distinct().limit(50).boxed().collect(Collectors.toSet());
        List<Death> ways = List.of(Death.EXIT_0, Death.EXIT_7, Death.HALT, Death.KILL);
        List<Future<Integer>> futures = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            int index = i;
            @Nullable Death how = deadly.contains(i) ? ways.get(i % ways.size()) : null;
            futures.add(two.submit(() -> {
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

    @Test
    void cancellingEndsTheWorkerOfARunningTaskAndDropsOneThatWaits(@TempDir Path directory) throws Exception {
        String begun = directory.resolve("begun").toString();
        String never = directory.resolve("never").toString();
        int ended = Workers.those(one, WorkerStatus.State.ENDED).size();
        Future<?> running = one.submit(() -> {
            Files.createFile(Path.of(begun));
            Workers.waitForever();
            return null;
        });
        Future<?> waiting = one.submit(() -> Files.createFile(Path.of(never)).toString());
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(Path.of(begun)));
        assertThat(waiting.cancel(false)).isTrue();
        assertThat(running.cancel(true)).isTrue();
        assertThat(running.cancel(true)).isFalse();
        assertThatThrownBy(running::get).isInstanceOf(CancellationException.class);
        assertThat(one.submit(() -> 1).get(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(Path.of(never)).doesNotExist();
        assertThat(Workers.those(one, WorkerStatus.State.ENDED)).hasSize(ended + 1);
    }

    @Test
    void shortTasksAreNotStuckBehindALongOneThatTheyWereSentBehind(@TempDir Path directory) throws Exception {
        String go = directory.resolve("go").toString();
        String end = directory.resolve("end-").toString();
        try (ProcessPool pool = Workers.few(2).initializer(() -> awaitFile(go)).build()) {
            List<Future<Integer>> all = IntStream.range(0, 12)
                    .mapToObj(index -> (Future<Integer>) pool.submit(() -> {
                        if (index < 2) {
                            awaitFile(end + index);
                        }
                        return index;
                    }))
                    .toList();
            // Whoever is ready last begins one of the long tasks and is sent short ones behind it at once.
            Files.createFile(Path.of(go));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> Workers.those(pool, WorkerStatus.State.BUSY).size() == 2);
            Files.createFile(Path.of(end + 0));
            for (int i = 2; i < all.size(); i++) {
                assertThat(all.get(i).get(30, TimeUnit.SECONDS)).isEqualTo(i);
            }
            assertThat(all.get(1).isDone()).isFalse();
            Files.createFile(Path.of(end + 1));
            assertThat(all.get(1).get(30, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    @Test
    void workersAreReplacedAfterSoManyTasks() throws Exception {
        try (ProcessPool pool = Workers.few(1).tasksPerWorker(2).build()) {
            List<Long> pids = pool.map((Integer n) -> ProcessHandle.current().pid(), List.of(1, 2, 3, 4), 1);
            assertThat(pids.get(0)).isEqualTo(pids.get(1)).isNotEqualTo(pids.get(2));
            assertThat(pids.get(2)).isEqualTo(pids.get(3));
            long last = pool.submit(() -> ProcessHandle.current().pid()).get(30, TimeUnit.SECONDS);
            pool.replaceWorkers();
            assertThat(pool.submit(() -> ProcessHandle.current().pid()).get(30, TimeUnit.SECONDS))
                    .isNotEqualTo(last);
        }
    }
}
