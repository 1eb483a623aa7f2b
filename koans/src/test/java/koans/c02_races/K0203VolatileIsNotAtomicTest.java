package koans.c02_races;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.IntUnaryOperator;
import koans.api.Seam;
import koans.kit.Guarantee;
import koans.kit.Interleaving;
import koans.kit.Interleaving.Second;
import koans.kit.Koan;
import koans.kit.Rules;
import koans.kit.Seen;

@Koan
class K0203VolatileIsNotAtomicTest {

    private static final int ROUNDS = 20;
    private static final int STEPS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String[] IN_ONE_CALL = {
        "compareAndSet", "compareAndExchange", "weakCompareAndSet", "weakCompareAndSetVolatile", //
        "updateAndGet", "getAndUpdate", "accumulateAndGet", "getAndAccumulate"
    };

    private final K0203VolatileIsNotAtomic counter = new K0203VolatileIsNotAtomic();

    @Guarantee(1)
    void oneThreadAloneGetsWhatItsStepsMake(Seen seen) {
        counter.update(old -> 5);
        counter.update(old -> old * 3);

        assertThat(counter.value())
                .withFailMessage(seen.as("alone", counter.value()))
                .isEqualTo(15);
    }

    @Guarantee(2)
    void anUpdateInTheMiddleOfAStepIsNotLost(Seen seen) throws InterruptedException {
        counter.update(old -> 5);
        Interleaving seam = Interleaving.holding(1, PATIENCE);

        Second second = seam.run(
                () -> counter.update(slowly(seam, old -> old * 2)), //
                () -> counter.update(old -> old + 1));

        List<Integer> oneAfterTheOther =
                switch (second) {
                    case WENT_THROUGH -> List.of((5 + 1) * 2);
                    case STOOD_STILL, RAN_AFTERWARDS -> List.of(5 * 2 + 1);
                    case STILL_RUNNING -> List.of((5 + 1) * 2, 5 * 2 + 1);
                };
        assertThat(counter.value())
                .withFailMessage(seen.as("lost", counter.value(), oneAfterTheOther.getFirst()))
                .isIn(oneAfterTheOther);
    }

    @Guarantee(3)
    void aThreadInItsStepHoldsUpNobody(Seen seen) throws InterruptedException {
        Interleaving seam = Interleaving.holding(1, PATIENCE);

        Second second = seam.run(() -> counter.update(slowly(seam, old -> old + 1)), () -> {
            counter.value();
            counter.update(old -> old + 1);
        });

        assertThat(second)
                .withFailMessage(
                        second == Second.STILL_RUNNING ? seen.as("spinning", PATIENCE.toMillis()) : seen.as("heldUp"))
                .isEqualTo(Second.WENT_THROUGH);
    }

    @Guarantee(4)
    void twoThreadsOfAThousandMakeTwoThousand(Seen seen) throws InterruptedException {
        for (int round = 1; round <= ROUNDS; round++) {
            K0203VolatileIsNotAtomic counted = new K0203VolatileIsNotAtomic();
            Interleaving seam = Interleaving.holding(2, Duration.ofMillis(20));
            Runnable thousand = () -> {
                for (int i = 0; i < STEPS; i++) {
                    counted.update(slowly(seam, old -> old + 1));
                }
            };

            seam.run(thousand, thousand);

            assertThat(counted.value())
                    .withFailMessage(seen.as("sum", round, counted.value()))
                    .isEqualTo(2 * STEPS);
        }
    }

    @Guarantee(5)
    void theComparisonAndTheWriteAreOneCall(Seen seen, Rules rules) {
        counter.update(old -> 1);

        rules.mustCall(Object.class, IN_ONE_CALL).otherwise(seen, "apart");
    }

    private static IntUnaryOperator slowly(Seam seam, IntUnaryOperator step) {
        return old -> {
            int next = step.applyAsInt(old);
            seam.pass();
            return next;
        };
    }
}
