package io.github.acrossexecutors.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Says what threads hang in; threads in a monitor deadlock stay behind as daemons, for nothing can end them. */
class DiagnosisTests {

    private static final String LOCK = "java.util.concurrent.locks.ReentrantLock$NonfairSync@";

    private final StuckThreads pair = new StuckThreads(2);
    private final Object left = new Object();
    private final Object right = new Object();
    private final ReentrantLock leftLock = new ReentrantLock();
    private final ReentrantLock rightLock = new ReentrantLock();

    @AfterEach
    void release() {
        pair.interrupt();
    }

    @Test
    void namesADeadlockOfPlatformThreadsByMonitors() {
        pair.platform("ada", pair.monitors(left, right));
        pair.platform("bob", pair.monitors(right, left));

        assertThat(pair.diagnosisOnceAll(Thread.State.BLOCKED).lines())
                .satisfiesExactly(
                        ada -> assertThat(ada)
                                .startsWith("ada is BLOCKED at " + StuckThreads.class.getName() + ".")
                                .endsWith(", waits for " + right + " held by bob"),
                        bob -> assertThat(bob).endsWith(", waits for " + left + " held by ada"),
                        deadlock -> assertThat(deadlock)
                                .isEqualTo("Deadlock: ada waits for " + right + " held by bob; bob waits for " + left
                                        + " held by ada."));
    }

    @Test
    void namesADeadlockOfPlatformThreadsByLocks() {
        pair.platform("ada", pair.locks(leftLock, rightLock));
        pair.platform("bob", pair.locks(rightLock, leftLock));

        assertThat(pair.diagnosisOnceAll(Thread.State.WAITING).lines())
                .hasSize(3)
                .last()
                .asString()
                .matches("Deadlock: ada waits for \\S+ held by bob; bob waits for \\S+ held by ada\\.")
                .contains(LOCK);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void namesADeadlockOfVirtualThreadsByMonitors() {
        pair.virtual("ada", pair.monitors(left, right));
        pair.virtual("bob", pair.monitors(right, left));

        assertThat(pair.diagnosisOnceAll(Thread.State.BLOCKED))
                .contains("ada is BLOCKED at " + StuckThreads.class.getName())
                .endsWith(
                        "\nDeadlock: ada waits for " + right + " held by bob; bob waits for " + left + " held by ada.");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void namesADeadlockBetweenVirtualAndPlatformThreadsByMonitors() {
        pair.virtual("ada", pair.monitors(left, right));
        pair.platform("bob", pair.monitors(right, left));
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(Diagnosis.of(pair.all()))
                        .contains(
                                "ada is BLOCKED",
                                "bob is BLOCKED",
                                "Deadlock: ",
                                "ada waits for " + right + " held by bob"));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void namesADeadlockBetweenVirtualAndPlatformThreadsByLocks() {
        pair.virtual("ada", pair.locks(leftLock, rightLock));
        pair.platform("bob", pair.locks(rightLock, leftLock));

        assertThat(pair.diagnosisOnceAll(Thread.State.WAITING))
                .containsPattern("Deadlock: ada waits for \\S+ held by bob; bob waits for \\S+ held by ada\\.");
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void seesVirtualThreadsFromAnInterruptedThreadToo() {
        pair.virtual("ada", pair.monitors(left, right));
        pair.virtual("bob", pair.monitors(right, left));
        String seen = pair.diagnosisOnceAll(Thread.State.BLOCKED);
        Thread.currentThread().interrupt();

        String seenInterrupted = Diagnosis.of(pair.all());

        assertThat(Thread.interrupted()).isTrue();
        assertThat(seenInterrupted).isEqualTo(seen);
    }

    @Test
    void namesADeadlockOnceForAllItsThreads() {
        StuckThreads trio = new StuckThreads(3);
        Object third = new Object();
        trio.platform("ada", trio.monitors(left, right));
        trio.platform("bob", trio.monitors(right, third));
        trio.platform("cyd", trio.monitors(third, left));

        assertThat(trio.diagnosisOnceAll(Thread.State.BLOCKED).lines().filter(line -> line.startsWith("Deadlock")))
                .singleElement()
                .asString()
                .contains("held by ada", "held by bob", "held by cyd");
    }

    @Test
    void namesWhoHoldsALockThatIsNoDeadlock() {
        leftLock.lock();
        try {
            pair.platform("ada", pair.locks(leftLock, rightLock));

            assertThat(pair.diagnosisOnceAll(Thread.State.WAITING))
                    .endsWith(" held by " + Thread.currentThread().getName());
        } finally {
            leftLock.unlock();
        }
    }

    @Test
    void saysWhereAThreadWaitsForNothingThatCouldBeHeld() {
        CountDownLatch never = new CountDownLatch(1);
        pair.platform("ada", () -> awaitInterrupt(never));

        assertThat(pair.diagnosisOnceAll(Thread.State.WAITING))
                .startsWith(
                        "ada is WAITING at " + DiagnosisTests.class.getName() + ".awaitInterrupt(DiagnosisTests.java:")
                .contains(", waits for java.util.concurrent.CountDownLatch$Sync@")
                .doesNotContain("held by");
    }

    private static void awaitInterrupt(CountDownLatch never) {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void doesNotTakeThreadsThatWaitForANotificationForADeadlock() {
        pair.platform("ada", () -> waitForANotification(left));
        pair.platform("bob", () -> waitForANotification(left));

        assertThat(pair.diagnosisOnceAll(Thread.State.WAITING))
                .contains("ada is WAITING", "bob is WAITING", "waits for " + left)
                .doesNotContain("held by", "Deadlock");
    }

    private static void waitForANotification(Object monitor) {
        synchronized (monitor) {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    monitor.wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void leavesOutThreadsThatHaveEndedOrNotBegun() throws InterruptedException {
        Thread ended = pair.platform("ended", () -> {});
        ended.join();

        assertThat(Diagnosis.of(List.of(ended, new Thread()))).isEmpty();
        assertThat(Diagnosis.of(List.of())).isEmpty();
    }

    @Test
    void tellsAThreadOnceThatIsGivenTwice() {
        Thread current = Thread.currentThread();

        assertThat(Diagnosis.of(List.of(current, current)).lines())
                .singleElement()
                .asString()
                .startsWith(current.getName() + " is RUNNABLE at ");
    }
}
