package io.github.acrossexecutors;

import static io.github.acrossexecutors.AcrossAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

@DisplayName("The examples of the documentation")
class RaceExampleTests {

    private final ExecutorService pool = Executors.newFixedThreadPool(8);
    private final List<Callable<String>> pages = Collections.nCopies(4, RaceExampleTests::fetch);

    @AfterEach
    void close() {
        pool.shutdownNow();
    }

    @Test
    @DisplayName("compile, and are skipped where the budget cannot tell")
    void examples() {
        assertThatThrownBy(() -> plain(Duration.ofNanos(1))).isInstanceOf(TestAbortedException.class);
        assertThatThrownBy(() -> withAssertJ(Duration.ofNanos(1))).isInstanceOf(TestAbortedException.class);
    }

    private void plain(Duration budget) {
        Comparison comparison = Race.of("one by one", () -> fetchOneByOne(pages))
                .against("your pool", () -> fetchInPool(pages))
                .budget(budget)
                .measure(5);
        comparison.expectAtLeast(5);
    }

    private void withAssertJ(Duration budget) {
        Comparison comparison = Race.of("one by one", () -> fetchOneByOne(pages))
                .against("your pool", () -> fetchInPool(pages))
                .budget(budget)
                .measure(5);
        assertThat(comparison).isFasterThan("one by one").byFactor(5);
    }

    private static void fetchOneByOne(List<Callable<String>> pages) throws Exception {
        for (Callable<String> page : pages) {
            page.call();
        }
    }

    private int fetchInPool(List<Callable<String>> pages) throws InterruptedException {
        return pool.invokeAll(pages).size();
    }

    /** Stands for a request that waits for its answer. */
    private static String fetch() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1);
        return "page";
    }
}
