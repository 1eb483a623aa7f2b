package io.github.acrossexecutors.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Who gets a task, and whom an interrupt reaches. */
class TaskRunTests {

    private static TaskRun run(TaskBody body, RoundClock clock) {
        return new TaskRun("task 0", 0, body, clock, new BodyThreads());
    }

    @Test
    void isNotExecutedOnceItIsGivenUp() {
        AtomicBoolean executed = new AtomicBoolean();
        TaskRun run = run(task -> executed.set(true), RoundClock.running());
        IllegalStateException why = new IllegalStateException();

        assertThat(run.abandon(why)).isTrue();
        run.run();

        assertThat(executed).isFalse();
        assertThat(run.hasEnded()).isTrue();
        assertThat(run.thrown()).containsExactly(why);
        assertThat(run.span()).isEmpty();
    }

    @Test
    void cannotBeGivenUpOnceItHasBegun() {
        AtomicBoolean givenUp = new AtomicBoolean();
        TaskRun[] self = new TaskRun[1];
        self[0] = run(task -> givenUp.set(self[0].abandon(null)), RoundClock.running());

        self[0].run();

        assertThat(givenUp).isFalse();
        assertThat(self[0].span()).isPresent();
    }

    @Test
    void doesNotInterruptAWorkerThatHasGoneOn() {
        TaskRun run = run(task -> {}, RoundClock.running());
        run.run();

        run.interrupt();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void beginsOnAnInterruptedWorkerOnceTheGateIsOpen() throws InterruptedException {
        AtomicBoolean executed = new AtomicBoolean();
        TaskRun run = run(task -> executed.set(true), RoundClock.running());
        Thread worker = new Thread(
                () -> {
                    Thread.currentThread().interrupt();
                    run.run();
                },
                "worker");
        worker.start();
        worker.join();

        assertThat(run.thrown()).isEmpty();
        assertThat(executed).isTrue();
    }

    @Test
    void hasNoSpanIfItsBodyNeverBegan() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        RoundClock neverOpened = new RoundClock(1);
        TaskRun run = run(task -> {}, neverOpened);
        Thread worker = new Thread(
                () -> {
                    arrived.countDown();
                    run.run();
                },
                "worker");
        worker.start();
        Deadlines.await(arrived);
        assertThat(neverOpened.awaitArrivals(Deadlines.AMPLE.toNanos())).isTrue();

        run.interrupt();
        worker.join();

        assertThat(run.thrown()).singleElement().isInstanceOf(InterruptedException.class);
        assertThat(run.span()).isEmpty();
    }
}
