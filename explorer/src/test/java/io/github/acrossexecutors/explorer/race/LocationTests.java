package io.github.acrossexecutors.explorer.race;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocationTests {

    private static final int ANNA = 0;
    private static final int BEN = 1;

    private final Location data = new Location();
    private final Location flag = new Location();
    private final Clock[] clocks = {new Clock(), new Clock()};

    @BeforeEach
    void bothBegin() {
        clocks[ANNA].tick(ANNA);
        clocks[BEN].tick(BEN);
    }

    private @Nullable Race use(int who, boolean write) {
        return use(who, write, false);
    }

    private @Nullable Race use(int who, boolean write, boolean tentative) {
        Access access = new Access(who, clocks[who].now(who), "line", Access.Mode.PLAIN, write, tentative);
        return data.use(access, "Counter.value", clocks[who]);
    }

    @Test
    void twoReadsAreNoRace() {
        use(ANNA, false);
        assertThat(use(BEN, false)).isNull();
    }

    @Test
    void aReadAfterAnUnorderedWriteIsARace() {
        use(ANNA, true);

        assertThat(use(BEN, false)).isNotNull().satisfies(race -> {
            assertThat(race.name()).isEqualTo("Counter.value");
            assertThat(race.first().participant()).isEqualTo(ANNA);
            assertThat(race.second().participant()).isEqualTo(BEN);
        });
    }

    @Test
    void aWriteAfterAnUnorderedReadIsARace() {
        use(ANNA, false);
        assertThat(use(BEN, true)).isNotNull();
    }

    @Test
    void nobodyRacesWithHimself() {
        use(ANNA, true);
        use(ANNA, false);
        assertThat(use(ANNA, true)).isNull();
    }

    @Test
    void whatWasReleasedBeforeItIsAcquiredIsOrdered() {
        use(ANNA, true);
        flag.release(clocks[ANNA], ANNA);
        flag.acquire(clocks[BEN]);

        assertThat(use(BEN, true)).isNull();
    }

    @Test
    void whatWasWrittenAfterTheReleaseIsNot() {
        flag.release(clocks[ANNA], ANNA);
        use(ANNA, true);
        flag.acquire(clocks[BEN]);

        assertThat(use(BEN, false)).isNotNull();
    }

    @Test
    void aReadThatWillBeValidatedIsNoRace() {
        use(ANNA, false, true);
        assertThat(use(BEN, true)).isNotNull().extracting(Race::isTentative).isEqualTo(true);
    }

    @Test
    void aReadThatWillBeValidatedHidesNoOther() {
        use(ANNA, false);
        use(ANNA, false, true);
        assertThat(use(BEN, true)).isNotNull().extracting(Race::isTentative).isEqualTo(false);
    }

    @Test
    void theHashForgetsTheOrderOfReadsAndKeepsThatOfWrites() {
        assertThat(lastWrite(1, 2)).isEqualTo(lastWrite(2, 1));
        Location other = new Location();
        long first = data.write(1);
        data.write(2);
        other.write(2);

        assertThat(other.write(1)).isNotEqualTo(data.write(0));
        assertThat(new Location().write(1)).isEqualTo(first);
    }

    private static long lastWrite(long firstReader, long secondReader) {
        Location location = new Location();
        location.read(firstReader);
        location.read(secondReader);
        return location.write(3);
    }

    @Test
    void theHashOfAReadDependsOnTheWriteItSees() {
        long before = data.read(1);
        data.write(2);

        assertThat(data.read(1)).isNotEqualTo(before);
    }
}
