package io.github.acrossexecutors;

import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

@DisplayName("A worker that burns CPU time and that no interrupt ends is known to later verdicts")
class LeftBehindTests {

    private static final AtomicBoolean BURN = new AtomicBoolean();

    @BeforeEach
    void light() {
        BURN.set(true);
    }

    @AfterEach
    void putOut() {
        BURN.set(false);
    }

    @Test
    @DisplayName("if it was lost in a life-cycle method")
    void inALifecycleMethod() {
        EngineRun run = EngineRun.with("across.timeout", "50 ms").run(HangingSetUpTestCase.class);

        assertThat(run.failed().message()).contains("An interrupt did not end fixed-pool-1 body, left behind.");
        assertThat(run.journal()).containsExactly("fixed-pool-1 body");
    }

    @ExtendWith(Looking.class)
    static class HangingSetUpTestCase {
        @BeforeEach
        void setUp() {
            burn();
        }

        @AcrossExecutors(FIXED_POOL)
        void body() {}
    }

    @Test
    @DisplayName("if JUnit's thread was interrupted from outside while it waited for it")
    void interruptedFromOutside() {
        EngineRun run = EngineRun.of(TimedOutTestCase.class);

        assertThat(run.failures()).hasSize(1);
        assertThat(run.journal()).containsExactly("fixed-pool-1 body");
    }

    @ExtendWith(Looking.class)
    static class TimedOutTestCase {
        @AcrossExecutors(FIXED_POOL)
        @Timeout(value = 50, unit = TimeUnit.MILLISECONDS)
        void body() {
            burn();
        }
    }

    /** A quarter of a CPU is enough, and leaves some for the tests beside this one. */
    private static void burn() {
        while (BURN.get()) {
            Thread.interrupted();
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1);
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(3));
        }
    }

    /** Writes down who burns as soon as something has failed, for which a busy machine may need more than one look. */
    static final class Looking implements LifecycleMethodExecutionExceptionHandler, TestExecutionExceptionHandler {
        @Override
        public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure)
                throws Throwable {
            look(context);
            throw failure;
        }

        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
            look(context);
            throw failure;
        }

        private static void look(ExtensionContext context) {
            LeftBehind leftBehind = LeftBehind.in(context);
            try {
                await().atMost(Duration.ofSeconds(5))
                        .until(leftBehind::burning, Optional::isPresent)
                        .ifPresent(Journal::write);
            } catch (ConditionTimeoutException e) {
                Journal.write("nobody");
            } finally {
                BURN.set(false);
            }
        }
    }
}
