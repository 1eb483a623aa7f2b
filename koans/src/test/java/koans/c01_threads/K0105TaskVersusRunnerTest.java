package koans.c01_threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import koans.kit.Guarantee;
import koans.kit.Interleaving;
import koans.kit.Interleaving.Second;
import koans.kit.Koan;
import koans.kit.Seen;

@Koan
class K0105TaskVersusRunnerTest {

    private static final List<String> DOORS = List.of("door 3", "door 1", "door 2");

    private final List<String> delivered = new CopyOnWriteArrayList<>();
    private final List<Integer> reported = new CopyOnWriteArrayList<>();
    private volatile int deliveredBeforeReport;
    private final List<Thread> deliverers = new CopyOnWriteArrayList<>();

    @Guarantee(1)
    void aDishGoesToEachDoorInOrder(Seen seen) {
        round().run();

        assertThat(delivered)
                .withFailMessage(seen.as("doors", DOORS, delivered))
                .isEqualTo(DOORS);
        assertThat(deliveredBeforeReport)
                .withFailMessage(seen.as("early", deliveredBeforeReport, DOORS.size()))
                .isEqualTo(DOORS.size());
        assertThat(reported)
                .withFailMessage(seen.as("report", DOORS.size(), reported))
                .containsExactly(DOORS.size());
    }

    @Guarantee(1)
    void whoCallsDoesTheWork(Seen seen) {
        round().run();

        Thread caller = Thread.currentThread();
        assertThat(deliverers)
                .withFailMessage(seen.as("elsewhere", named(List.of(caller)), named(deliverers)))
                .containsOnly(caller);
    }

    @Guarantee(2)
    void theSameRoundCanBeRunAgain(Seen seen) throws Exception {
        Runnable round = round();
        isWhole(1, round::run, seen);
        isWhole(2, () -> Thread.ofPlatform().start(round).join(), seen);
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            isWhole(3, () -> pool.submit(round).get(), seen);
            isWhole(4, () -> pool.submit(round).get(), seen);
        }
    }

    private interface Running {
        void run() throws Exception;
    }

    private void isWhole(int run, Running running, Seen seen) throws Exception {
        delivered.clear();
        reported.clear();

        running.run();

        assertThat(List.of(delivered, reported))
                .withFailMessage(seen.as("again", run, delivered.size(), reported, DOORS.size()))
                .isEqualTo(List.of(DOORS, List.of(DOORS.size())));
    }

    @Guarantee(3)
    void eachOfTwoRunsReportsItsOwn(Seen seen) throws InterruptedException {
        twoAtOnce();

        assertThat(reported)
                .withFailMessage(seen.as("together", DOORS.size(), reported))
                .containsExactly(DOORS.size(), DOORS.size());
    }

    @Guarantee(3)
    void noRunHoldsUpAnother(Seen seen) throws InterruptedException {
        Second second = twoAtOnce();

        assertThat(second).withFailMessage(seen.as("heldUp")).isEqualTo(Second.WENT_THROUGH);
    }

    @Guarantee(4)
    void theRoundIsNoThread(Seen seen) {
        Runnable round = round();

        assertThat(round).withFailMessage(seen.as("thread", round)).isNotInstanceOf(Thread.class);
    }

    /** The first thread is held at its second door, while the second makes the whole round. */
    private Second twoAtOnce() throws InterruptedException {
        Interleaving seam = Interleaving.holding(1, Duration.ofSeconds(1));
        Runnable round = K0105TaskVersusRunner.round(
                DOORS,
                door -> {
                    if (door.equals(DOORS.get(1))) {
                        seam.pass();
                    }
                },
                reported::add);
        return seam.run(round, round);
    }

    private Runnable round() {
        return K0105TaskVersusRunner.round(
                DOORS,
                door -> {
                    delivered.add(door);
                    deliverers.add(Thread.currentThread());
                },
                number -> {
                    deliveredBeforeReport = delivered.size();
                    reported.add(number);
                });
    }

    private static List<String> named(List<Thread> threads) {
        return threads.stream().map(Thread::getName).distinct().toList();
    }
}
