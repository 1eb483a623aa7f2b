package koans.c07_pools;

import static koans.kit.Eventually.becomesTrue;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import koans.kit.Aside;
import koans.kit.Guarantee;
import koans.kit.Hold;
import koans.kit.Koan;
import koans.kit.Seen;
import org.junit.jupiter.api.AfterEach;

@Koan
class K0705WhenAllAreBusyTest {

    private static final int WORKERS = 3;
    private static final int ROOM = 4;

    private final Hold hold = new Hold();
    private final AtomicInteger runs = new AtomicInteger();
    private ExecutorService service;

    @AfterEach
    void end() {
        hold.letGo();
        if (service != null) {
            service.shutdownNow();
            becomesTrue(Duration.ofSeconds(1), service::isTerminated);
        }
    }

    @Guarantee(1)
    void allWorkersWorkBeforeATaskWaits(Seen seen) {
        keepAllBusy();

        assertThat(hold.standing())
                .withFailMessage(seen.as("peak", WORKERS, WORKERS, ROOM, hold.standing()))
                .isEqualTo(WORKERS);
    }

    @Guarantee(2)
    void thereIsRoomForMore(Seen seen) {
        keepAllBusy();

        int refused = 0;
        for (int i = 0; i < ROOM; i++) {
            Aside handing = handOver(runs::incrementAndGet);
            handing.ends();
            refused += handing.thrown() == null ? 0 : 1;
        }

        assertThat(runs.get() + refused)
                .withFailMessage(seen.as("room", WORKERS, ROOM, runs, refused))
                .isZero();
    }

    @Guarantee(3)
    void theNextOneIsRunByTheCaller(Seen seen) {
        fill();
        AtomicReference<Thread> runner = new AtomicReference<>();

        Aside handing = handOver(() -> runner.compareAndSet(null, Thread.currentThread()));

        assertThat(handing.ends()).withFailMessage(seen.as("waited")).isTrue();
        Thread ran = runner.get();
        assertThat(handing.thrown())
                .withFailMessage(seen.as("refused", handing.thrown()))
                .isNull();
        assertThat(ran)
                .withFailMessage(seen.as("elsewhere", ran == null ? "no thread" : ran.getName(), handing.thread().getName()))
                .isSameAs(handing.thread());
    }

    @Guarantee(4)
    void noTaskIsLost(Seen seen) {
        fill();
        int taken = ROOM;
        for (int i = 0; i < 2; i++) {
            Aside handing = handOver(runs::incrementAndGet);
            taken += handing.ends() && handing.thrown() == null ? 1 : 0;
        }
        hold.letGo();
        service.shutdown();
        becomesTrue(Duration.ofSeconds(1), service::isTerminated);

        assertThat(runs).withFailMessage(seen.as("lost", taken, runs)).hasValue(taken);
    }

    @Guarantee(5)
    void aServiceThatIsShutDownRefuses(Seen seen) {
        service = K0705WhenAllAreBusy.service(WORKERS, ROOM);

        refusesAfterShutdown(seen);
    }

    @Guarantee(5)
    void aServiceThatIsShutDownAndStillWorksRefuses(Seen seen) {
        keepAllBusy();

        refusesAfterShutdown(seen);
    }

    private void refusesAfterShutdown(Seen seen) {
        service.shutdown();
        Aside handing = handOver(runs::incrementAndGet);
        handing.ends();

        assertThat(handing.thrown() instanceof RejectedExecutionException && runs.get() == 0)
                .withFailMessage(seen.as("silent", handing.thrown(), runs))
                .isTrue();
    }

    private void keepAllBusy() {
        service = K0705WhenAllAreBusy.service(WORKERS, ROOM);
        for (int i = 0; i < WORKERS; i++) {
            handOver(hold::stay);
        }
        hold.holds(WORKERS);
    }

    /** All workers busy, and as many tasks waiting as there is room for. */
    private void fill() {
        keepAllBusy();
        for (int i = 0; i < ROOM; i++) {
            handOver(runs::incrementAndGet).ends();
        }
    }

    private Aside handOver(Runnable task) {
        return Aside.run(() -> {
            service.execute(task);
            return "handed over";
        });
    }
}
