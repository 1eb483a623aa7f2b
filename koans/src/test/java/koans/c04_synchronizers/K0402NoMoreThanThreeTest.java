package koans.c04_synchronizers;

import static koans.kit.Eventually.becomesTrue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import koans.api.Site;
import koans.kit.Aside;
import koans.kit.Guarantee;
import koans.kit.Hold;
import koans.kit.Koan;
import koans.kit.Seen;
import koans.kit.SlowSite;
import org.junit.jupiter.api.AfterEach;

@Koan
class K0402NoMoreThanThreeTest {

    private static final int PLACES = 3;
    private static final int CALLERS = 12;
    private static final Duration AMPLE = Duration.ofSeconds(3);
    private final K0402NoMoreThanThree gate = new K0402NoMoreThanThree(PLACES);
    private final Hold hold = new Hold();

    @AfterEach
    void letThemGo() {
        hold.letGo();
    }

    @Guarantee(1)
    void theTaskRunsOnTheCallersThread(Seen seen) throws Exception {
        AtomicReference<Thread> runner = new AtomicReference<>();
        String answer = gate.call(() -> {
            runner.set(Thread.currentThread());
            return "page 7";
        });
        assertThat("page 7".equals(answer) && runner.get() == Thread.currentThread())
                .withFailMessage(seen.as("answer", "page 7", answer, runner.get()))
                .isTrue();
    }

    @Guarantee(1)
    void whatTheTaskThrowsComesOut(Seen seen) {
        IOException failure = new IOException("no answer");
        Throwable thrown = catchThrowable(() -> gate.call(failing(failure)));
        assertThat(thrown).withFailMessage(seen.as("thrown", failure, thrown)).isSameAs(failure);
    }

    @Guarantee(2)
    void threeAreInFlightAtMost(Seen seen, SlowSite site) {
        fetchAll(site.together(PLACES + 1)); // a fourth has time to come, if it may
        assertThat(site.peakInFlight())
                .withFailMessage(seen.as("tooMany", CALLERS, PLACES, site.peakInFlight()))
                .isLessThanOrEqualTo(PLACES);
    }

    @Guarantee(2)
    void whoIsWokenForNothingDoesNotGoIn(Seen seen) {
        if (!takeAllPlaces()) {
            return; // Too few at once: guarantee 3 tells.
        }
        Aside waiting = aside(this::stay);
        waiting.standsStill();
        synchronized (gate) {
            gate.notifyAll();
        }
        LockSupport.unpark(waiting.thread());
        becomesTrue(Duration.ofMillis(200), () -> hold.standing() > PLACES);
        assertThat(hold.standing())
                .withFailMessage(seen.as("tooMany", PLACES + 1, PLACES, hold.standing()))
                .isEqualTo(PLACES);
    }

    @Guarantee(3)
    void threeAreInFlightAtOnce(Seen seen, SlowSite site) {
        boolean all = fetchAll(site.together(PLACES));

        assertThat(all)
                .withFailMessage(seen.as("never", CALLERS, PLACES, CALLERS - site.requests()))
                .isTrue();
        assertThat(site.peakInFlight())
                .withFailMessage(seen.as("tooFew", CALLERS, PLACES, site.peakInFlight()))
                .isGreaterThanOrEqualTo(PLACES);
    }

    private boolean fetchAll(SlowSite site) {
        for (URI page : site.latency(Duration.ofMillis(30)).pages(CALLERS)) {
            aside(() -> Site.fetch(page));
        }
        return becomesTrue(AMPLE, () -> site.requests() == CALLERS && site.inFlight() == 0);
    }

    @Guarantee(4)
    void aFailingTaskGivesItsPlaceBack(Seen seen) {
        IntStream.range(0, PLACES).forEach(place -> aside(failing(new IOException("no answer"))).ends());

        Aside next = aside(() -> "in");
        assertThat(next.ends()).withFailMessage(seen.as("kept", PLACES, PLACES)).isTrue();
    }

    @Guarantee(5)
    void whoWaitsAndGivesUpTakesNoPlaceAlong(Seen seen) {
        takeAllPlaces();
        AtomicInteger runs = new AtomicInteger();
        Aside waiting = aside(runs::incrementAndGet);
        assertThat(waiting.standsStill())
                .withFailMessage(seen.as("busy", waiting.thread().getState()))
                .isTrue();
        waiting.thread().interrupt();
        assertThat(waiting.ends()).withFailMessage(seen.as("deaf")).isTrue();
        assertThat(waiting.thrown() instanceof InterruptedException && runs.get() == 0)
                .withFailMessage(seen.as("gaveUp", waiting.thrown(), runs))
                .isTrue();

        Aside late = aside(this::stay);
        becomesTrue(AMPLE, () -> late.thread().getState() == Thread.State.WAITING || hold.standing() > PLACES);
        assertThat(hold.standing())
                .withFailMessage(seen.as("won", hold.standing(), PLACES))
                .isEqualTo(PLACES);
    }

    private boolean takeAllPlaces() {
        IntStream.range(0, PLACES).forEach(place -> aside(this::stay));
        return hold.holds(PLACES);
    }

    private Aside aside(Callable<?> task) {
        return Aside.run(() -> gate.call(task));
    }

    private String stay() {
        hold.stay();
        return "stayed";
    }

    private static Callable<String> failing(Exception failure) {
        return () -> {
            throw failure;
        };
    }
}
