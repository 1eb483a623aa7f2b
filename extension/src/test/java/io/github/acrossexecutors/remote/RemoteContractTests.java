package io.github.acrossexecutors.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.acrossexecutors.execution.RoundResult;
import io.github.acrossexecutors.execution.TaskFailure;
import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a round promises in other JVMs: the contract of all models, promise by promise, with bodies that can travel. What they
 * have done they leave behind as files.
 */
class RemoteContractTests {

    private static final int WORKERS = 2;
    private static final Duration AMPLE = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(800);

    private final ChildJvms jvms = ChildJvms.start(WORKERS);

    @TempDir
    private Path directory;

    @AfterEach
    void stop() throws InterruptedException {
        jvms.stop(false, AMPLE);
    }

    private static void hang() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private static void leave(String directory, String file) throws IOException {
        Files.createFile(Path.of(directory, file));
    }

    private Set<String> left() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return new HashSet<>(
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    private RoundResult run(Duration timeout, int tasks, ChildJvms.Body body) throws InterruptedException {
        RemoteRunner runner = jvms.runner(timeout, body);
        assertThat(runner.open()).isEmpty();
        RoundResult result = runner.run(1, false, tasks);
        assertThat(runner.close()).isEmpty();
        return result;
    }

    @Test
    void recordsASpanOfEveryTaskFromItsStartToTheEndOfTheRound() throws InterruptedException {
        Round round = run(AMPLE, 10, (task, end) -> {}).round();

        assertThat(round.spans())
                .extracting(Span::task)
                .containsExactlyElementsOf(IntStream.range(0, 10).boxed().toList());
        assertThat(round.spans())
                .allSatisfy(span -> assertThat(span.startNanos()).isNotNegative())
                .allSatisfy(span -> assertThat(span.cpuNanos()).isPresent())
                .allSatisfy(span -> assertThat(span.worker()).matches("children-\\d+ keeps"));
        assertThat(round.wallNanos())
                .isEqualTo(
                        round.spans().stream().mapToLong(Span::endNanos).max().orElseThrow());
    }

    @Test
    void executesAThousandTasksOnceEachAndNeverMoreAtATimeThanWorkers() throws Exception {
        String here = directory.toString();

        RoundResult result = run(AMPLE, 1_000, (task, end) -> leave(here, "task " + task));

        assertThat(result.failures()).isEmpty();
        assertThat(result.round().spans()).hasSize(1_000);
        assertThat(result.round().peakOverlap()).isBetween(1, WORKERS);
        assertThat(left()).hasSize(1_000);
    }

    @Test
    void handsBackWhatEachTaskThrew() throws InterruptedException {
        RoundResult result = run(AMPLE, 3, (task, end) -> {
            if (task == 0) {
                throw new AssertionError("a");
            }
            if (task == 1) {
                throw new IOException("b", new IllegalStateException("c"));
            }
        });

        assertThat(result.failures()).extracting(TaskFailure::task).containsExactly("task 0", "task 1");
        assertThat(result.failures().get(0).thrown())
                .isExactlyInstanceOf(AssertionError.class)
                .hasMessage("a");
        assertThat(result.failures().get(1).thrown())
                .isExactlyInstanceOf(IOException.class)
                .hasRootCauseMessage("c");
    }

    @Test
    void startsItsFirstTasksBesideEachOtherAndServesOneRoundAfterAnother() throws Exception {
        String here = directory.toString();
        RemoteRunner runner = jvms.runner(AMPLE, (task, end) -> {
            long pid = ProcessHandle.current().pid();
            if (!Files.exists(Path.of(here, "worker " + pid))) {
                leave(here, "worker " + pid);
            }
            await().atMost(AMPLE).until(() -> Path.of(here).toFile().list().length == WORKERS);
        });
        assertThat(runner.open()).isEmpty();

        for (int round = 1; round <= 5; round++) {
            assertThat(runner.run(round, false, WORKERS).failures()).isEmpty();
        }

        assertThat(runner.close()).isEmpty();
        assertThat(left()).hasSize(WORKERS);
    }

    @Test
    void clearsAndCountsAnInterruptThatATaskLeft() throws InterruptedException {
        RoundResult result = run(AMPLE, 4, (task, end) -> {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            if (task == 0) {
                Thread.currentThread().interrupt();
            }
        });

        assertThat(result.failures()).isEmpty();
        assertThat(result.leftInterrupted()).isEqualTo(1);
    }

    @Test
    void waitsForStagesAndExecutesContinuations() throws Exception {
        String here = directory.toString();

        RoundResult result = run(AMPLE, 4, (task, end) -> {
            end.completeWhen(CompletableFuture.runAsync(() -> {})
                    .thenRunAsync(
                            () -> {
                                try {
                                    leave(
                                            here,
                                            "continued " + task + " on "
                                                    + Thread.currentThread()
                                                            .getName()
                                                            .replaceAll("\\d+", "n"));
                                } catch (IOException e) {
                                    throw new IllegalStateException(e);
                                }
                            },
                            end));
        });

        assertThat(result.failures()).isEmpty();
        assertThat(left()).hasSize(4).allMatch(file -> file.endsWith(" on children-n keeps"));
    }

    @Test
    void failsWithADiagnosisAtTheDeadlineAndInterruptsTheTask() throws Exception {
        String here = directory.toString();

        RoundResult result = run(SHORT, 2, (task, end) -> {
            if (task == 1) {
                try {
                    hang();
                } catch (InterruptedException e) {
                    leave(here, "interrupted");
                }
            }
        });

        assertThat(result.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.task()).isEqualTo("the round");
            assertThat(failure.thrown())
                    .isInstanceOf(TimeoutException.class)
                    .hasMessageStartingWith("1 of 2 tasks did not end within 800 ms under CHILDREN.\n")
                    .hasMessageContaining(" is WAITING at " + RemoteContractTests.class.getName() + ".hang(");
        });
        assertThat(result.round().spans()).extracting(Span::task).contains(0);
        assertThat(left()).containsExactly("interrupted");
    }

    @Test
    void namesTheStageThatNeverCompletes() throws InterruptedException {
        RoundResult result = run(SHORT, 1, (task, end) -> end.completeWhen(new CompletableFuture<>()));

        assertThat(result.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.thrown())
                        .hasMessageContaining("the stage given to completeWhen has not completed: "));
    }

    @Test
    void neverStartsATaskThatIsQueuedAtTheDeadline() throws Exception {
        String here = directory.toString();

        RoundResult result = run(SHORT, 20, (task, end) -> {
            leave(here, "task " + task);
            hang();
        });

        assertThat(result.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.thrown())
                        .hasMessageStartingWith("2 of 20 tasks did not end and 18 more never began within 800 ms"));
        assertThat(left()).hasSize(WORKERS);
    }

    @Test
    void forwardsAnInterruptOfTheCallerByEndingTheProcesses() throws Exception {
        String here = directory.toString();
        FutureTask<RoundResult> round = new FutureTask<>(() -> run(AMPLE, 1, (task, end) -> {
            leave(here, Long.toString(ProcessHandle.current().pid()));
            hang();
        }));
        Thread caller = new Thread(round, "caller");
        caller.start();
        await().atMost(AMPLE).until(() -> !left().isEmpty());
        long pid = Long.parseLong(left().iterator().next());

        caller.interrupt();

        assertThatThrownBy(() -> round.get(AMPLE.toSeconds(), TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(InterruptedException.class);
        await().atMost(AMPLE)
                .until(() ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }

    @Test
    void letsAWorkersDeathFailItsOwnTaskAlone() throws InterruptedException {
        RoundResult result = run(AMPLE, 6, (task, end) -> {
            if (task == 2) {
                Runtime.getRuntime().halt(3);
            }
        });

        assertThat(result.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.task()).isEqualTo("task 2");
            assertThat(failure.worker()).matches("pid \\d+");
            assertThat(failure.thrown()).hasMessageContaining("exit code 3");
        });
        assertThat(result.round().spans()).hasSize(5);
    }

    @Test
    void leavesNoProcessBehindAndMayBeStoppedTwice() throws InterruptedException {
        run(AMPLE, 4, (task, end) -> {});
        List<Long> pids = List.copyOf(jvms.processes());

        jvms.stop(false, AMPLE);
        jvms.stop(true, AMPLE);

        assertThat(pids).hasSize(WORKERS);
        assertThat(pids)
                .allMatch(pid ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }
}
