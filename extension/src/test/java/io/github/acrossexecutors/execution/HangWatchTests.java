package io.github.acrossexecutors.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** A body that hangs on the caller's own thread is described while it hangs. */
@ResourceLock(Resources.SYSTEM_ERR)
class HangWatchTests {

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void capture() {
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void release() {
        System.setErr(before);
    }

    private static TaskRun run(TaskBody body) {
        return new TaskRun("task 0", 0, body, RoundClock.running(), new BodyThreads());
    }

    @Test
    void printsTheDumpBeforeItInterrupts() {
        AtomicReference<String> printedAtTheInterrupt = new AtomicReference<>("");
        TaskRun run = run(task -> {
            try {
                Deadlines.hang();
            } finally {
                printedAtTheInterrupt.set(printed.toString(StandardCharsets.UTF_8));
            }
        });
        HangWatch watch = new HangWatch(() -> List.of(run), Deadlines.SHORT, "SEQUENTIAL");
        try (watch) {
            run.run();
        }

        assertThat(printedAtTheInterrupt.get())
                .contains("the task did not end within 500 ms under SEQUENTIAL.")
                .contains(Thread.currentThread().getName() + " is WAITING at " + Deadlines.class.getName());
        assertThat(watch.hang())
                .hasValueSatisfying(hang -> assertThat(hang.asException())
                        .isInstanceOf(TimeoutException.class)
                        .hasMessageContaining(Deadlines.class.getName() + ".hang"));
    }

    @Test
    void interruptsNobodyOnceItIsClosed() {
        TaskRun run = run(task -> {});
        HangWatch watch = new HangWatch(() -> List.of(run), Deadlines.SHORT, "SEQUENTIAL");
        watch.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("hang-watch");
        assertThat(watch.hang()).isEmpty();
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void closesOnAnInterruptedThreadAndLeavesItInterrupted() {
        TaskRun run = run(task -> {});
        HangWatch watch = new HangWatch(() -> List.of(run), Deadlines.AMPLE, "SEQUENTIAL");
        Thread.currentThread().interrupt();

        watch.close();

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void saysNothingOfTasksThatEndedAtTheDeadline() {
        TaskRun run = run(task -> {});
        run.run();
        HangWatch watch = new HangWatch(() -> List.of(run), java.time.Duration.ofNanos(1), "SEQUENTIAL");
        watch.close();

        assertThat(watch.hang()).isEmpty();
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
