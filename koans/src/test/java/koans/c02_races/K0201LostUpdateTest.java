package koans.c02_races;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import koans.kit.Guarantee;
import koans.kit.Interleaving;
import koans.kit.Interleaving.Second;
import koans.kit.Koan;
import koans.kit.Seen;

@Koan
class K0201LostUpdateTest {

    private static final int ROUNDS = 20;
    private static final int INCREMENTS = 1_000;

    @Guarantee(1)
    void anIncrementPassesTheSeamOnceBeforeItWrites(Seen seen) {
        AtomicInteger passes = new AtomicInteger();
        K0201LostUpdate counter = new K0201LostUpdate(passes::incrementAndGet);
        times(3, counter::increment).run();

        assertThat(List.of(counter.value(), passes.get()))
                .withFailMessage(seen.as("alone", 3, counter.value(), passes.get()))
                .containsOnly(3);

        K0201LostUpdate stopped = new K0201LostUpdate(() -> {
            throw new IllegalStateException("stopped at the seam by the test");
        });
        catchThrowable(stopped::increment);

        assertThat(stopped.value())
                .withFailMessage(seen.as("early", stopped.value()))
                .isZero();
    }

    @Guarantee(2)
    void aThreadThatComesWhileAnotherIsAtTheSeamLosesNothing(Seen seen) throws InterruptedException {
        Interleaving seam = Interleaving.holding(1, Duration.ofMillis(500));
        K0201LostUpdate counter = new K0201LostUpdate(seam);

        Second second = seam.run(counter::increment, counter::increment);

        assertThat(counter.value())
                .withFailMessage(seen.as("lost", counter.value()))
                .isEqualTo(2);
        assertThat(theSeamIsBetweenReadAndWrite(second, seam.passes()))
                .withFailMessage(seen.as("beside", seam.passes()))
                .isTrue();
    }

    /** Who got through beside a thread that had read makes it read again, and so come to the seam again. */
    private static boolean theSeamIsBetweenReadAndWrite(Second second, int passes) {
        return switch (second) {
            case STOOD_STILL, STILL_RUNNING -> true;
            case WENT_THROUGH -> passes > 2;
            case RAN_AFTERWARDS -> false;
        };
    }

    @Guarantee(3)
    void twoThreadsOfAThousandMakeTwoThousand(Seen seen) throws InterruptedException {
        for (int round = 1; round <= ROUNDS; round++) {
            Interleaving seam = Interleaving.holding(2, Duration.ofMillis(20));
            K0201LostUpdate counter = new K0201LostUpdate(seam);

            seam.run(times(INCREMENTS, counter::increment), times(INCREMENTS, counter::increment));

            assertThat(counter.value())
                    .withFailMessage(seen.as("sum", round, counter.value()))
                    .isEqualTo(2 * INCREMENTS);
        }
    }

    private static Runnable times(int count, Runnable body) {
        return () -> {
            for (int i = 0; i < count; i++) {
                body.run();
            }
        };
    }
}
