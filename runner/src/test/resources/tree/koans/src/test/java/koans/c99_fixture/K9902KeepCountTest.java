package koans.c99_fixture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import koans.kit.Guarantee;
import koans.kit.Interleaving;
import koans.kit.Koan;
import koans.kit.Seen;

@Koan
class K9902KeepCountTest {

    @Guarantee(1)
    void nobodyIsForgotten(Seen seen) throws InterruptedException {
        Interleaving seam = Interleaving.holding(1, Duration.ofMillis(500));
        K9902KeepCount hall = new K9902KeepCount(seam);
        seam.run(hall::comeIn, hall::comeIn);
        assertThat(hall.count()).withFailMessage(seen.as("lost", hall.count(), 2)).isEqualTo(2);
    }
}
