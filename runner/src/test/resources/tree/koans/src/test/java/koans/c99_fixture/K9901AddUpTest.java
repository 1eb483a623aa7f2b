package koans.c99_fixture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.Seen;

@Koan
class K9901AddUpTest {

    @Guarantee(1)
    void theTotalIsTheSum(Seen seen) {
        int total = K9901AddUp.total(List.of(1, 2, 4));
        assertThat(total).withFailMessage(seen.as("total", total, 7)).isEqualTo(7);
    }

    @Guarantee(2)
    void nothingHasTheTotalZero(Seen seen) {
        expectZero(seen, K9901AddUp.total(List.of()));
    }

    private static void expectZero(Seen seen, int total) {
        assertThat(total).withFailMessage(seen.as("empty", total)).isZero();
    }
}
