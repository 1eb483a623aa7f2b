package koans.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The watchdog")
class WatchdogTests {

    private static final Duration AMPLE = Duration.ofSeconds(30);

    /** This file plays the learner's. */
    private static final String SUBJECT = "WatchdogTests";

    private final Watchdog patient = new Watchdog(AMPLE, SUBJECT);

    @AfterEach
    void forgetTheDeadline() {
        System.clearProperty(Watchdog.DEADLINE_PROPERTY);
    }

    @Test
    @DisplayName("runs the body on a daemon thread of its own, in a group of its own")
    void ownThread() throws Throwable {
        List<Thread> body = new CopyOnWriteArrayList<>();

        patient.run("K9901 body", () -> body.add(Thread.currentThread()));

        assertThat(body.getFirst()).isNotSameAs(Thread.currentThread());
        assertThat(body.getFirst().isDaemon()).isTrue();
        assertThat(body.getFirst().getName()).isEqualTo("K9901 body");
    }

    @Test
    @DisplayName("lets the body's failure out as it is")
    void failure() {
        IOException failure = new IOException("as it is");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> patient.run("K9901 body", () -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    @DisplayName("names the learner's line that hangs, and ends the body")
    void namesTheLine() {
        List<Thread> body = new CopyOnWriteArrayList<>();

        AssertionError error = hung(() -> {
            body.add(Thread.currentThread());
            waitForEver();
        });

        int line = lineOf(error, "waitForEver");
        assertThat(error)
                .hasMessageStartingWith(
                        "Nothing moves any more, so the test was stopped.\nYour code hangs at koans.kit."
                                + "WatchdogTests.waitForEver(WatchdogTests.java:" + line + ").")
                .hasMessageContaining("K9901 body is WAITING")
                .hasMessageNotContaining("Still alive");
        assertThat(body.getFirst().isAlive()).isFalse();
    }

    @Test
    @DisplayName("names a deadlock: who waits for whom")
    void namesADeadlock() {
        Object left = new Object();
        Object right = new Object();
        CountDownLatch bothHold = new CountDownLatch(2);

        AssertionError error = hung(() -> {
            Thread one = new Thread(() -> takeBoth(left, right, bothHold), "one");
            Thread two = new Thread(() -> takeBoth(right, left, bothHold), "two");
            one.start();
            two.start();
            one.join();
        });

        assertThat(error)
                .hasMessageContaining("one is BLOCKED at ")
                .hasMessageContaining("held by two")
                .hasMessageContaining("two is BLOCKED at ")
                .hasMessageContaining("held by one")
                .hasMessageContaining("Deadlock: ")
                .hasMessageContaining("Still alive after an interrupt: one, two.");
    }

    @Test
    @DisplayName("interrupts the threads that the body started too")
    void interruptsAll() {
        List<Thread> started = new ArrayList<>();

        AssertionError error = hung(() -> {
            started.add(new Thread(WatchdogTests::waitForEver, "helper"));
            started.getFirst().start();
            started.getFirst().join();
        });

        assertThat(error).hasMessageContaining("helper is WAITING");
        assertThat(started.getFirst().isAlive()).isFalse();
    }

    @Test
    @DisplayName("waits 5 seconds unless told otherwise")
    void settings() {
        assertThat(Watchdog.fromSettings(SUBJECT).deadline()).isEqualTo(Duration.ofSeconds(5));

        System.setProperty(Watchdog.DEADLINE_PROPERTY, "60");

        assertThat(Watchdog.fromSettings(SUBJECT).deadline()).isEqualTo(Duration.ofSeconds(60));
    }

    @ParameterizedTest
    @DisplayName("refuses a deadline that is none")
    @ValueSource(strings = {"", "0", "-1", "1.5", "5s", "3601", "99999999999"})
    void badSettings(String seconds) {
        System.setProperty(Watchdog.DEADLINE_PROPERTY, seconds);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Watchdog.fromSettings(SUBJECT))
                .withMessage("System property koans.deadline.seconds is '" + seconds
                        + "', expected a whole number from 1 to 3600.");
    }

    private AssertionError hung(Executable body) {
        Throwable error = catchThrowable(() -> patient.run("K9901 body", body));
        assertThat(error).isInstanceOf(AssertionError.class);
        return (AssertionError) error;
    }

    private static int lineOf(Throwable error, String method) {
        for (StackTraceElement frame : error.getStackTrace()) {
            if (frame.getMethodName().equals(method)) {
                return frame.getLineNumber();
            }
        }
        throw new AssertionError("no frame of " + method + " in the failure's trace", error);
    }

    private static void waitForEver() {
        assertThatCode(new CountDownLatch(1)::await).isInstanceOf(InterruptedException.class);
    }

    private static void takeBoth(Object first, Object second, CountDownLatch bothHold) {
        synchronized (first) {
            bothHold.countDown();
            assertThatCode(() -> bothHold.await(10, TimeUnit.SECONDS)).doesNotThrowAnyException();
            synchronized (second) {
                bothHold.countDown();
            }
        }
    }
}
