package koans.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Platform waiters")
@Timeout(20)
class PlatformWaitersTests {

    private final Door door = new Door();
    private final List<Thread> started = new ArrayList<>();

    // Whoever still stands at a door when the next test begins would be counted there.
    @AfterEach
    void openAndWaitForAll() throws InterruptedException {
        door.open.countDown();
        for (Thread thread : started) {
            thread.join();
        }
    }

    @Test
    @DisplayName("are counted while they stand in the method")
    void countsPlatformThreads() {
        try (PlatformWaiters waiters = PlatformWaiters.in(Door.class, "enter")) {
            for (int i = 0; i < 3; i++) {
                start(Thread.ofPlatform().daemon(), door::enter);
            }

            await().until(() -> waiters.most() == 3);
        }
    }

    @Test
    @DisplayName("are at most those at once, not all that ever were")
    void countsThoseAtOnce() {
        try (PlatformWaiters waiters = PlatformWaiters.in(Door.class, "enter")) {
            Thread first = start(Thread.ofPlatform().daemon(), door::enter);
            await().until(() -> waiters.most() == 1);
            door.open.countDown();
            await().until(() -> !first.isAlive());
            lookTwiceMore(waiters);
            assertThat(waiters.most()).isEqualTo(1);

            Door other = new Door();
            start(Thread.ofPlatform().daemon(), other::enter);
            await().until(() -> other.inside.get() == 1);
            lookTwiceMore(waiters);

            other.open.countDown();
            assertThat(waiters.most()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("are not virtual threads that wait there")
    void leavesOutWaitingVirtualThreads() {
        try (PlatformWaiters waiters = PlatformWaiters.in(Door.class, "enter")) {
            for (int i = 0; i < 3; i++) {
                start(Thread.ofVirtual(), door::enter);
            }
            await().until(() -> door.inside.get() == 3);
            lookTwiceMore(waiters);

            assertThat(waiters.most()).isZero();
        }
    }

    @Test
    @DisplayName("are not carriers of virtual threads that compute there")
    void leavesOutCarriers() {
        try (PlatformWaiters waiters = PlatformWaiters.in(Door.class, "spin")) {
            start(Thread.ofVirtual(), door::spin);
            await().until(() -> door.inside.get() == 1);
            lookTwiceMore(waiters);

            assertThat(waiters.most()).isZero();
        }
    }

    @Test
    @DisplayName("are not threads in another method of the class")
    void leavesOutOtherMethods() {
        try (PlatformWaiters waiters = PlatformWaiters.in(Door.class, "spin")) {
            start(Thread.ofPlatform().daemon(), door::enter);
            await().until(() -> door.inside.get() == 1);
            lookTwiceMore(waiters);

            assertThat(waiters.most()).isZero();
        }
    }

    @Test
    @DisplayName("are no longer looked for once closed")
    void stopsLooking() {
        PlatformWaiters waiters = PlatformWaiters.in(Door.class, "enter");
        await().until(() -> waiters.looks() > 0);

        waiters.close();

        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("platform-waiters")));
    }

    private Thread start(Thread.Builder builder, Runnable action) {
        Thread thread = builder.start(action);
        started.add(thread);
        return thread;
    }

    private static void lookTwiceMore(PlatformWaiters waiters) {
        int enough = waiters.looks() + 2;
        await().until(() -> waiters.looks() >= enough);
    }

    private static final class Door {

        private final CountDownLatch open = new CountDownLatch(1);
        private final AtomicInteger inside = new AtomicInteger();

        void enter() {
            inside.incrementAndGet();
            try {
                open.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void spin() {
            inside.incrementAndGet();
            while (open.getCount() > 0) {
                Thread.onSpinWait();
            }
        }
    }
}
