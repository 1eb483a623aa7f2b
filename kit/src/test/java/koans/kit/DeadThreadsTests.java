package koans.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@DisplayName("The watchdog, where a thread dies")
class DeadThreadsTests {

    /** This file plays the learner's. */
    private final Watchdog patient = new Watchdog(Duration.ofSeconds(30), "DeadThreadsTests");

    @Test
    @DisplayName("fails a body whose thread died, even where the body itself holds")
    void deadThread() {
        IllegalStateException cause = new IllegalStateException("of this");

        Throwable error = catchThrowable(() -> patient.run("K9901 body", () -> startAndJoin(cause)));

        assertThat(error)
                .isInstanceOf(AssertionError.class)
                .hasCause(cause)
                .hasMessageStartingWith("The thread 'worker' died of java.lang.IllegalStateException: of this.");
    }

    @Test
    @DisplayName(
            "tells of the dead thread first where the body hangs because of it, and of the line that hangs after it")
    void deadThreadAndHang() {
        IllegalStateException cause = new IllegalStateException("of this");

        AssertionError error = hung(() -> {
            startAndJoin(cause);
            waitForEver();
        });

        assertThat(error)
                .hasCause(cause)
                .hasMessageStartingWith("The thread 'worker' died of java.lang.IllegalStateException: of this.")
                .hasMessageContaining("\nThen the test saw: Nothing moves any more, so the test was stopped.\n"
                        + "Your code hangs at koans.kit.DeadThreadsTests.waitForEver(DeadThreadsTests.java:");
        assertThat(error.getSuppressed()).hasSize(1);
    }

    @Test
    @DisplayName("takes no thread for dead that only its own interrupt has killed")
    void killedByTheInterrupt() {
        AssertionError error = hung(() -> {
            Thread worker = new Thread(DeadThreadsTests::dieOfAnInterrupt, "worker");
            worker.start();
            worker.join();
        });

        assertThat(error).hasMessageStartingWith("Nothing moves any more").hasNoCause();
    }

    @Test
    @DisplayName("hears of a virtual thread that died, too")
    void deadVirtualThread() {
        IllegalStateException cause = new IllegalStateException("of this");

        Throwable error = catchThrowable(() -> patient.run(
                "K9901 body",
                () -> Thread.startVirtualThread(() -> {
                            throw cause;
                        })
                        .join()));

        assertThat(error).hasCause(cause).hasMessageStartingWith("The thread without a name died of ");
    }

    @Test
    @DisplayName("leaves a thread that an earlier body left behind to the handler from before, whenever it dies")
    void deadThreadOfAnEarlierBody() throws Throwable {
        CountDownLatch secondBody = new CountDownLatch(1);
        IllegalStateException cause = new IllegalStateException("of this");
        List<Thread> left = new CopyOnWriteArrayList<>();
        List<Throwable> passedOn = new CopyOnWriteArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, death) -> passedOn.add(death));
        try {
            patient.run("K9901 first body", () -> {
                left.add(new Thread(() -> dieAfter(secondBody, cause), "left behind"));
                left.getFirst().start();
            });
            patient.run("K9901 second body", () -> {
                secondBody.countDown();
                left.getFirst().join();
            });
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }

        assertThat(passedOn).containsExactly(cause);
    }

    @Test
    @DisplayName("tells of the dead thread first and of the body's own failure after it")
    void deadThreadAndFailure() {
        IllegalStateException cause = new IllegalStateException("of this");
        AssertionError own = new AssertionError("texts are missing");

        Throwable error = catchThrowable(() -> patient.run("K9901 body", () -> {
            startAndJoin(cause);
            throw own;
        }));

        assertThat(error).hasCause(cause).hasMessageEndingWith("\nThen the test saw: texts are missing");
        assertThat(error.getSuppressed()).containsExactly(own);
    }

    @Test
    @DisplayName("leaves the default handler as it was")
    void restoresTheHandler() throws Throwable {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

        patient.run("K9901 body", () -> {});

        assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(before);
    }

    private AssertionError hung(Executable body) {
        Throwable error = catchThrowable(() -> patient.run("K9901 body", body));
        assertThat(error).isInstanceOf(AssertionError.class);
        return (AssertionError) error;
    }

    private static void dieAfter(CountDownLatch latch, RuntimeException cause) {
        assertThatCode(latch::await).doesNotThrowAnyException();
        throw cause;
    }

    private static void dieOfAnInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void startAndJoin(RuntimeException cause) throws InterruptedException {
        Thread worker = new Thread(
                () -> {
                    throw cause;
                },
                "worker");
        worker.start();
        worker.join();
    }

    private static void waitForEver() {
        assertThatCode(new CountDownLatch(1)::await).isInstanceOf(InterruptedException.class);
    }
}
