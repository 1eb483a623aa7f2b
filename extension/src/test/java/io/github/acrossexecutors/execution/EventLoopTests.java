package io.github.acrossexecutors.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.timing.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One thread executes all tasks, and goes on while they wait. */
class EventLoopTests {

    private static final int TASKS = 20;

    private final Workers loop =
            OwnWorkers.eventLoop(new WorkerNaming("EVENT_LOOP", "waits", 8, EventLoopTests.class.getClassLoader()));

    @AfterEach
    void stop() throws InterruptedException {
        loop.stop(Deadlines.AMPLE);
    }

    private RoundResult run(Duration timeout, int tasks, StagedBody.Code code) throws InterruptedException {
        return new RoundRunner(loop, timeout, new BodyThreads()).run(1, false, tasks, StagedBody.of(tasks, code));
    }

    @Test
    void isOneWorkerHoweverManyAreAskedFor() {
        assertThat(loop.count()).hasValue(1);
        assertThat(loop.gate()).isOne();
    }

    @Test
    void letsAllTasksBeginBeforeAnyHasEnded() throws InterruptedException {
        List<CompletableFuture<Integer>> pages = new ArrayList<>();
        Set<Thread> threads = ConcurrentHashMap.newKeySet();

        RoundResult result = run(Deadlines.AMPLE, TASKS, (task, end) -> {
            threads.add(Thread.currentThread());
            CompletableFuture<Integer> page = new CompletableFuture<>();
            pages.add(page);
            end.completeWhen(page.thenAcceptAsync(index -> threads.add(Thread.currentThread()), end));
            if (pages.size() == TASKS) {
                pages.forEach(waiting -> waiting.complete(0));
            }
        });

        assertThat(result.failures()).isEmpty();
        assertThat(threads)
                .singleElement()
                .satisfies(thread -> assertThat(thread.getName()).isEqualTo("event-loop-1 waits"));
        assertThat(result.round().peakOverlap()).isEqualTo(TASKS);
        assertThat(result.round().spans()).extracting(Span::worker).containsOnly("event-loop-1 waits");
    }

    @Test
    void letsNoTaskBesideABodyThatBlocks() throws InterruptedException {
        AtomicInteger underWay = new AtomicInteger();
        List<Integer> seen = new ArrayList<>();

        RoundResult result = run(Deadlines.AMPLE, TASKS, (task, end) -> {
            seen.add(underWay.incrementAndGet());
            CompletableFuture.runAsync(() -> {}).join();
            underWay.decrementAndGet();
        });

        assertThat(result.failures()).isEmpty();
        assertThat(seen).hasSize(TASKS).containsOnly(1);
        assertThat(result.round().peakOverlap()).isOne();
    }

    @Test
    void executesContinuationsBetweenTheBodiesOfOthers() throws InterruptedException {
        List<String> done = new ArrayList<>();

        RoundResult result = run(Deadlines.AMPLE, 2, (task, end) -> {
            if (task == 0) {
                again(end, done);
            } else {
                done.add("other body");
                end.execute(() -> done.add("other continuation"));
            }
        });

        assertThat(result.failures()).isEmpty();
        assertThat(done).containsExactly("other body", "again", "other continuation");
        assertThat(result.round().peakOverlap()).isEqualTo(2);
    }

    /** Give way until the other body has been executed. */
    private static void again(Executor loop, List<String> done) {
        loop.execute(() -> {
            if (done.isEmpty()) {
                again(loop, done);
            } else {
                done.add("again");
            }
        });
    }

    @Test
    void addsUpTheCpuTimeOfEachTaskAlone() throws InterruptedException {
        List<Long> ownCpu = new ArrayList<>();

        RoundResult result = run(Deadlines.AMPLE, 2, (task, end) -> {
            ownCpu.add(burn());
            end.execute(() -> ownCpu.add(burn()));
        });
        long all = ownCpu.stream().mapToLong(Long::longValue).sum();
        long onTheLoop = cpuOfTheLoop();

        assertThat(result.round().cpuNanos().orElseThrow()).isGreaterThanOrEqualTo(all);
        assertThat(result.round().spans())
                .allSatisfy(span -> assertThat(cpu(span)).isGreaterThanOrEqualTo(all / 4));
        assertThat(result.round().cpuNanos().orElseThrow()).isLessThanOrEqualTo(onTheLoop);
    }

    private static long cpu(Span span) {
        return span.cpuNanos().orElseThrow();
    }

    /** What the loop's thread has used in all its life. */
    private long cpuOfTheLoop() throws InterruptedException {
        List<Long> total = new ArrayList<>();
        run(Deadlines.AMPLE, 1, (task, end) -> total.add(CpuClock.currentThreadNanos()));
        return total.get(0);
    }

    /** Use some CPU time, a millisecond at least, and tell how much. */
    private static long burn() {
        long start = CpuClock.currentThreadNanos();
        long spent = 0;
        while (spent < 1_000_000) {
            spent = CpuClock.spent(start, CpuClock.currentThreadNanos()).orElse(Long.MAX_VALUE);
        }
        return spent;
    }

    @Test
    void tellsWhoBlocksItAndWhoWaitsAndWhoNeverBegan() throws InterruptedException {
        CompletableFuture<Void> never = new CompletableFuture<>();

        RoundResult result = run(Deadlines.SHORT, 5, (task, end) -> {
            if (task < 2) {
                end.completeWhen(never);
                end.execute(() -> {});
            } else {
                Deadlines.hang();
            }
        });

        assertThat(result.failures())
                .singleElement()
                .extracting(TaskFailure::thrown)
                .satisfies(thrown -> assertThat(thrown)
                        .hasMessageStartingWith(
                                "3 of 5 tasks did not end and 2 more never began within 500 ms under EVENT_LOOP.")
                        .hasMessageContaining(
                                "event-loop-1 waits is WAITING at " + Deadlines.class.getName() + ".hang(")
                        .hasMessageContaining("\ntask 0: the stage given to completeWhen has not completed: " + never)
                        .hasMessageContaining("\ntask 1: the stage given to completeWhen has not completed: " + never)
                        .hasMessageNotContaining("task 2"));
        assertThat(result.survivors()).isEmpty();
    }

    @Test
    void namesTwentyWaitingTasksAtMost() throws InterruptedException {
        RoundResult result = run(Deadlines.SHORT, 50, (task, end) -> end.completeWhen(new CompletableFuture<>()));

        assertThat(result.failures())
                .singleElement()
                .extracting(TaskFailure::thrown)
                .satisfies(thrown -> assertThat(thrown)
                        .hasMessageStartingWith("50 of 50 tasks did not end")
                        .hasMessageContaining("\ntask 19: ")
                        .hasMessageNotContaining("task 20")
                        .hasMessageEndingWith("\nand 30 more tasks that wait for stages"));
    }

    @Test
    void servesTheNextRoundAfterOneThatHung() throws InterruptedException {
        run(Deadlines.SHORT, 2, (task, end) -> {
            end.completeWhen(new CompletableFuture<>());
            if (task == 1) {
                Deadlines.hang();
            }
        });

        RoundResult next = run(
                Deadlines.AMPLE,
                3,
                (task, end) -> end.execute(
                        () -> assertThat(Thread.currentThread().isInterrupted()).isFalse()));

        assertThat(next.failures()).isEmpty();
        assertThat(next.round().spans()).extracting(Span::worker).containsOnly("event-loop-1 waits");
    }

    @Test
    void clearsAnInterruptThatAContinuationLeft() throws InterruptedException {
        CountDownLatch left = new CountDownLatch(1);
        AtomicInteger found = new AtomicInteger();

        RoundResult result = run(Deadlines.AMPLE, 2, (task, end) -> {
            if (task == 0) {
                end.execute(() -> Thread.currentThread().interrupt());
                end.execute(left::countDown);
            } else {
                found.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0);
            }
        });

        assertThat(left.getCount()).isZero();
        assertThat(found).hasValue(0);
        assertThat(result.failures()).isEmpty();
        assertThat(result.leftInterrupted()).isOne();
    }

    @Test
    void endsATaskWhenItsLastStageCompletesHoweverBusyTheLoopIs() throws InterruptedException {
        CompletableFuture<Void> page = new CompletableFuture<>();

        RoundResult result = run(Deadlines.AMPLE, 2, (task, end) -> {
            if (task == 0) {
                end.completeWhen(page);
            } else {
                page.complete(null);
                burn();
            }
        });

        Span first = result.round().spans().get(0);
        Span second = result.round().spans().get(1);
        assertThat(first.endNanos()).isBetween(second.startNanos(), second.endNanos() - 1);
        assertThat(first.cpuNanos()).isNotEqualTo(OptionalLong.empty());
    }
}
