package koans.c02_races;

import static koans.kit.EveryOrder.mustBe;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.util.List;
import koans.kit.EveryOrder;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.Seen;

@Koan
class K0201LostUpdateTest {

    @Guarantee(1)
    void oneThreadAloneCountsEachOfItsIncrements(Seen seen) {
        K0201LostUpdate counter = new K0201LostUpdate();
        counter.increment();
        counter.increment();
        counter.increment();

        assertThat(counter.value())
                .withFailMessage(seen.as("alone", 3, counter.value()))
                .isEqualTo(3);
    }

    @Guarantee(2)
    void noIncrementIsLostInAnyOrder(Seen seen) {
        EveryOrder.of(TwoTimesTwo.class).otherwise(seen, "lost");
    }

    @Guarantee(3)
    void whoAsksMeanwhileGetsWhatWasCounted(Seen seen) {
        EveryOrder.of(OneCountsAndOneAsks.class).raced(seen, "unseen").otherwise(seen, "asked");
    }

    static final class TwoTimesTwo {

        private final K0201LostUpdate counter = new K0201LostUpdate();

        @Actor
        void first() {
            counter.increment();
            counter.increment();
        }

        @Actor
        void second() {
            counter.increment();
            counter.increment();
        }

        @Check
        void allCount() {
            mustBe(counter.value(), 4);
        }
    }

    static final class OneCountsAndOneAsks {

        private final K0201LostUpdate counter = new K0201LostUpdate();
        private int once;
        private int again;

        @Actor
        void counting() {
            counter.increment();
        }

        @Actor
        void asking() {
            once = counter.value();
            again = counter.value();
        }

        @Check
        void itGoesUp() {
            mustBe(List.of(once, again), List.of(0, 0), List.of(0, 1), List.of(1, 1));
        }
    }
}
