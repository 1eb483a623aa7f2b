package koans.c01_threads;

import static koans.kit.Eventually.becomesTrue;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Thread.State;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import koans.api.NotYetWritten;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.Seen;

@Koan
class K0108InterruptTest {

    private static final Duration FOR_EVER = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(30);
    private static final Duration AMPLE = Duration.ofSeconds(2);
    private static final Set<State> WAITING = Set.of(State.WAITING, State.TIMED_WAITING);

    private final AtomicInteger looks = new AtomicInteger();
    private volatile boolean over;
    private volatile Thread looker;

    private record End(int returned, Throwable thrown, boolean flag) {}

    @Guarantee(1)
    void itWaitsBetweenTwoLooks(Seen seen) throws Exception {
        List<Long> begun = new CopyOnWriteArrayList<>();
        FutureTask<End> watching = watching(SHORT, () -> {
            begun.add(System.nanoTime());
            LockSupport.unpark(Thread.currentThread());
            interruptItselfAt(3);
        });
        Thread thread = started(watching);
        becomesTrue(AMPLE, () -> watching.isDone() || begun.size() >= 3);
        over(thread, watching);
        assertThat(looker).withFailMessage(seen.as("elsewhere", looker)).isSameAs(thread);
        long millis = Duration.ofNanos(begun.getLast() - begun.getFirst()).toMillis();
        long least = 2 * SHORT.toMillis();
        assertThat(millis)
                .withFailMessage(seen.as("short", SHORT.toMillis(), millis, least))
                .isGreaterThanOrEqualTo(least - 5);
    }

    @Guarantee(1)
    void itComputesNothingWhileItWaits(Seen seen) throws Exception {
        FutureTask<End> watching = watching(FOR_EVER, this::look);
        Thread thread = started(watching);
        boolean waits = becomesTrue(AMPLE, () -> waitsAfterALook(thread));
        State state = thread.getState();
        over(thread, watching);
        assertThat(waits).withFailMessage(seen.as("busy", state)).isTrue();
    }

    @Guarantee(2)
    void anInterruptEndsThePause(Seen seen) throws Exception {
        FutureTask<End> watching = watching(FOR_EVER, this::look);
        Thread thread = started(watching);
        interruptInThePause(thread);
        becomesTrue(AMPLE, () -> watching.isDone() || looks.get() > 1);
        int looked = watching.isDone() ? 0 : looks.get();
        over(thread, watching);
        assertThat(looked).withFailMessage(seen.as("goesOn", looked)).isZero();
        End end = end(watching);
        assertThat(end.thrown()).withFailMessage(seen.as("threw", end.thrown())).isNull();
        int returned = end.returned();
        assertThat(returned).withFailMessage(seen.as("count", looks, returned)).isEqualTo(looks.get());
    }

    @Guarantee(3)
    void anInterruptDuringALookIsNotLost(Seen seen) throws Exception {
        FutureTask<End> watching = watching(SHORT, () -> interruptItselfAt(2));
        Thread thread = started(watching);
        becomesTrue(AMPLE, () -> watching.isDone() || looks.get() > 3);
        int more = looks.get() - 2;
        over(thread, watching);
        assertThat(more).withFailMessage(seen.as("missed", 2, more)).isZero();
    }

    @Guarantee(4)
    void theFlagIsUpAfterwards(Seen seen) throws Exception {
        FutureTask<End> watching = watching(FOR_EVER, this::look);
        interruptInThePause(started(watching));
        assertThat(end(watching).flag()).withFailMessage(seen.as("flag")).isTrue();
    }

    private static FutureTask<End> watching(Duration pause, Runnable look) {
        return new FutureTask<>(() -> {
            try {
                int returned = K0108Interrupt.watch(look, pause);
                return new End(returned, null, Thread.currentThread().isInterrupted());
            } catch (RuntimeException | Error thrown) {
                return new End(0, thrown, Thread.currentThread().isInterrupted());
            }
        });
    }

    private static Thread started(FutureTask<End> watching) {
        return Thread.ofPlatform().name("watcher").start(watching);
    }

    private void interruptInThePause(Thread thread) {
        becomesTrue(AMPLE, () -> waitsAfterALook(thread));
        thread.interrupt();
    }

    /** True of a thread that has ended, too: what it came to is judged elsewhere. */
    private boolean waitsAfterALook(Thread thread) {
        return !thread.isAlive() || looks.get() > 0 && WAITING.contains(thread.getState());
    }

    private void look() {
        looks.incrementAndGet();
        looker = Thread.currentThread();
        if (over) {
            throw new IllegalStateException("the test is over, and still somebody looks");
        }
    }

    private void interruptItselfAt(int number) {
        look();
        if (looks.get() == number) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends also a thread that does not hear the interrupt, at its next look. */
    private void over(Thread thread, FutureTask<End> watching) throws Exception {
        over = true;
        thread.interrupt();
        if (becomesTrue(SHORT.multipliedBy(10), watching::isDone)) {
            end(watching);
        }
    }

    private static End end(FutureTask<End> watching) throws Exception {
        End end = watching.get();
        if (end.thrown() instanceof NotYetWritten notYet) {
            throw notYet;
        }
        return end;
    }
}
