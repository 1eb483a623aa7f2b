package koans.c02_races;

import static koans.kit.EveryOrder.mustBe;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.util.concurrent.CountDownLatch;
import koans.kit.EveryOrder;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.Seen;

@Koan
class K0203VolatileIsNotAtomicTest {

    @Guarantee(1)
    void oneThreadAloneGetsWhatItsStepsMake(Seen seen) {
        K0203VolatileIsNotAtomic counter = standingAtFive();
        counter.update(old -> old * 3);

        assertThat(counter.value())
                .withFailMessage(seen.as("alone", counter.value()))
                .isEqualTo(15);
    }

    @Guarantee(2)
    void noChangeIsLostInAnyOrder(Seen seen) {
        EveryOrder.of(OneDoublesAndOneChangesTwice.class).otherwise(seen, "lost");
    }

    @Guarantee(3)
    void aThreadInItsStepHoldsUpNobody(Seen seen) {
        EveryOrder.of(OneIsInItsStep.class).stuck(seen, "heldUp").otherwise(seen, "dropped");
    }

    @Guarantee(4)
    void whoReadsMeanwhileSeesWhatAStepMade(Seen seen) {
        EveryOrder.of(OneDoublesAndOneReads.class).raced(seen, "unseen").otherwise(seen, "between");
    }

    private static K0203VolatileIsNotAtomic standingAtFive() {
        K0203VolatileIsNotAtomic counter = new K0203VolatileIsNotAtomic();
        counter.update(old -> 5);
        return counter;
    }

    static final class OneDoublesAndOneChangesTwice {

        private final K0203VolatileIsNotAtomic counter = standingAtFive();

        @Actor
        void doubler() {
            counter.update(old -> old * 2);
        }

        @Actor
        void other() {
            counter.update(old -> old + 1);
            counter.update(old -> old * 3);
        }

        @Check
        void everyStepCounts() {
            mustBe(counter.value(), (5 * 2 + 1) * 3, (5 + 1) * 2 * 3);
        }
    }

    static final class OneIsInItsStep {

        private final K0203VolatileIsNotAtomic counter = new K0203VolatileIsNotAtomic();
        private final CountDownLatch otherIsThrough = new CountDownLatch(1);

        @Actor
        void slow() {
            counter.update(old -> {
                await(otherIsThrough);
                return old + 1;
            });
        }

        @Actor
        void other() {
            counter.value();
            counter.update(old -> old + 1);
            otherIsThrough.countDown();
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Check
        void bothCount() {
            mustBe(counter.value(), 2);
        }
    }

    static final class OneDoublesAndOneReads {

        private final K0203VolatileIsNotAtomic counter = standingAtFive();
        private int read;

        @Actor
        void doubler() {
            counter.update(old -> old * 2);
        }

        @Actor
        void reader() {
            read = counter.value();
        }

        @Check
        void nothingBetween() {
            mustBe(read, 5, 10);
        }
    }
}
