package io.github.acrossexecutors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.acrossexecutors.verdict.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A race")
class RaceTests {

    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    @DisplayName("executes both pieces of code on the calling thread and names them")
    void executesBoth() {
        AtomicInteger here = new AtomicInteger();
        Thread caller = Thread.currentThread();
        Comparison comparison = Race.of("one by one", () -> {
                    here.addAndGet(Thread.currentThread().equals(caller) ? 1 : 1_000_000_000);
                })
                .against("your pool", () -> 42)
                .budget(SHORT)
                .measure(1_000_000);

        assertThat(here).hasPositiveValue();
        assertThat(comparison.baseline()).isEqualTo("one by one");
        assertThat(comparison).hasToString(comparison.toString()).asString().startsWith("your pool against one by one");
    }

    @Test
    @DisplayName("is inconclusive within a budget too short for any verdict, and says how to go on")
    void tooShort() {
        Comparison comparison = Race.of("one", () -> 1)
                .against("other", () -> 2)
                .budget(Duration.ofNanos(1))
                .measure(2);

        assertThat(comparison.judge(2).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(comparison.judge(2).message()).contains("aise the budget");
        assertThat(comparison.figures()).isEmpty();
    }

    @Test
    @DisplayName("lets unchecked failures of the code through as they are")
    void uncheckedFailure() {
        AssertionError wrong = new AssertionError("expected 4 pages");
        assertThatThrownBy(() -> Race.of("one", () -> {
                            throw wrong;
                        })
                        .against("other", () -> 2)
                        .measure(2))
                .isSameAs(wrong);
    }

    @Test
    @DisplayName("wraps checked failures of the code and names both contestants")
    void checkedFailure() {
        assertThatThrownBy(() -> Race.of("one", () -> 1)
                        .against("other", () -> {
                            throw new IOException("no route");
                        })
                        .measure(2))
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage("no route")
                .hasMessageContaining("'other' against 'one'");
    }

    @Test
    @DisplayName("keeps the interrupt of the thread it runs on")
    void interrupted() {
        assertThatThrownBy(() -> Race.of("one", () -> {
                            throw new InterruptedException();
                        })
                        .against("other", () -> 2)
                        .measure(2))
                .isInstanceOf(CompletionException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    @DisplayName("refuses blank names, empty budgets, and bars and numbers that mean nothing")
    void refusals() {
        Race race = Race.of("one", () -> 1).against("other", () -> 2);
        assertThatThrownBy(() -> Race.of(" ", () -> 1)).hasMessageContaining("blank");
        assertThatThrownBy(() -> race.budget(Duration.ZERO)).hasMessageContaining("budget: PT0S");
        assertThatThrownBy(() -> race.expectations(0)).hasMessageContaining("expectations: 0");
        assertThatThrownBy(() -> race.measure(0)).hasMessageContaining("expected speedup: 0.0");
    }
}
