package koans.c07_pools;

import static koans.kit.Eventually.becomesTrue;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import koans.kit.Aside;
import koans.kit.Guarantee;
import koans.kit.Hold;
import koans.kit.Koan;
import koans.kit.Seen;
import org.junit.jupiter.api.AfterEach;

@Koan
class K0706ClosingTimeTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration AMPLE = Duration.ofSeconds(2);

    private final Hold hold = new Hold();
    private final Hold cleaning = new Hold();
    private final AtomicBoolean flag = new AtomicBoolean();
    private final AtomicBoolean terminated = new AtomicBoolean();
    private final ExecutorService service = Executors.newFixedThreadPool(2);

    @AfterEach
    void end() {
        hold.letGo();
        cleaning.letGo();
        service.shutdownNow();
        becomesTrue(AMPLE, service::isTerminated);
    }

    @Guarantee(1)
    void whoIsInsideIsServed(Seen seen) {
        hand(4);
        Aside stopping = stopping(MINUTE);
        becomesTrue(AMPLE, () -> service.isShutdown() || stopping.hasEnded());
        boolean open = !service.isShutdown();
        hold.letGo();
        stopping.ends();
        assertThat(open).withFailMessage(seen.as("open")).isFalse();
        hold.letThrough(4);
        assertThat(hold.through())
                .withFailMessage(seen.as("dropped", 4, hold.through(), hold.interrupted(), back(stopping).size()))
                .isEqualTo(4);
    }

    @Guarantee(2)
    void whenAllIsDoneItComesBack(Seen seen) {
        hand(2);
        hold.letGo();

        assertThat(stopping(MINUTE).ends()).withFailMessage(seen.as("slept")).isTrue();
    }

    @Guarantee(3)
    void whenPatienceEndsItInsists(Seen seen) {
        List<Runnable> waiting = hand(5).subList(2, 5);
        Aside stopping = stopping(SHORT);
        boolean ended = stopping.ends();
        becomesTrue(AMPLE, () -> !ended || hold.interrupted() == 2);

        assertThat(ended && hold.interrupted() == 2)
                .withFailMessage(seen.as("forced", 2, hold.interrupted(), ended ? "was back" : "was not back"))
                .isTrue();
        List<?> back = back(stopping);
        long inPlace = IntStream.range(0, Math.min(3, back.size()))
                .filter(i -> back.get(i) == waiting.get(i))
                .count();
        assertThat(back).withFailMessage(seen.as("neverBegun", 3, back.size(), inPlace)).isEqualTo(waiting);
    }

    @Guarantee(4)
    void anInterruptedTaskMayCleanUp(Seen seen) {
        service.execute(this::stayAndCleanUp);
        hold.holds(1);

        Aside stopping = stopping(Duration.ofMillis(500));
        cleaning.holds(1);
        // Who waits for the cleaning stands in a wait with a limit; who does not is on the way back.
        becomesTrue(AMPLE, () -> stopping.hasEnded() || stopping.thread().getState() == Thread.State.TIMED_WAITING);
        cleaning.letGo();
        stopping.ends();

        assertThat(terminated).withFailMessage(seen.as("hasty")).isTrue();
    }

    @Guarantee(4)
    void aTaskThatDoesNotListenIsNotWaitedForForEver(Seen seen) {
        service.execute(this::stayAndCleanUp);
        hold.holds(1);

        assertThat(stopping(SHORT).ends())
                .withFailMessage(seen.as("endless", SHORT.toMillis()))
                .isTrue();
    }

    @Guarantee(5)
    void anInterruptOfTheCallerEndsItsPatience(Seen seen) {
        hand(4);
        Aside stopping = stopping(MINUTE);
        becomesTrue(AMPLE, () -> stopping.hasEnded() || stopping.thread().getState() == Thread.State.TIMED_WAITING);
        stopping.thread().interrupt();

        assertThat(stopping.ends()).withFailMessage(seen.as("deaf")).isTrue();
        becomesTrue(AMPLE, () -> hold.interrupted() == 2);
        int back = back(stopping).size();
        assertThat(hold.interrupted() == 2 && back == 2 && flag.get())
                .withFailMessage(seen.as("lost", 2, 2, hold.interrupted(), back, flag))
                .isTrue();
    }

    /** So many tasks, of which the first two are running. */
    private List<Runnable> hand(int count) {
        List<Runnable> tasks = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> tasks.add(new FutureTask<>(hold::stay, "stayed")));
        tasks.forEach(service::execute);
        hold.holds(2);
        return tasks;
    }

    private void stayAndCleanUp() {
        hold.stay();
        Thread.interrupted();
        cleaning.stay();
    }

    private Aside stopping(Duration patience) {
        return Aside.run(() -> {
            List<Runnable> back = K0706ClosingTime.stop(service, patience);
            terminated.set(service.isTerminated());
            flag.set(Thread.currentThread().isInterrupted());
            return back;
        });
    }

    private static List<?> back(Aside stopping) {
        return stopping.answer() instanceof List<?> back ? back : List.of();
    }
}
