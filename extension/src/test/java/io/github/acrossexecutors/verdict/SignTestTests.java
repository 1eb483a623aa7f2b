package io.github.acrossexecutors.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sign test")
class SignTestTests {

    private static final int LOOKS = 300;
    private static final ErrorBudget ALONE = ErrorBudget.among(1);

    @Test
    @DisplayName("needs 9 pairs for met and 12 for not met, all on one side")
    void leastNumbers() {
        assertThat(ALONE.leastPairsForMet()).isEqualTo(9);
        assertThat(ALONE.leastPairsForNotMet()).isEqualTo(12);
    }

    @Test
    @DisplayName("needs more pairs where five expectations share the error")
    void moreWhereShared() {
        assertThat(ErrorBudget.among(5).leastPairsForMet()).isEqualTo(12);
        assertThat(ErrorBudget.among(5).leastPairsForNotMet()).isEqualTo(14);
    }

    @Test
    @DisplayName("weighs n signs of one kind as 2^n / (n + 1)")
    void evidenceOfOneSide() {
        assertThat(Math.exp(SignTest.logEvidence(9, 9))).isCloseTo(51.2, within(1e-9));
        assertThat(Math.exp(SignTest.logEvidence(0, 0))).isCloseTo(1, within(1e-9));
    }

    @Test
    @DisplayName("weighs mixed signs with the beta function: 2^6 * B(5, 3) = 64 / 105")
    void evidenceOfMixedSigns() {
        assertThat(Math.exp(SignTest.logEvidence(6, 4))).isCloseTo(64.0 / 105, within(1e-9));
    }

    @Test
    @DisplayName("stays finite beyond the range of a double's power of two")
    void stayFinite() {
        assertThat(SignTest.logEvidence(5_000, 2_500)).isFinite().isNegative();
        assertThat(SignTest.decides(5_000, 5_000, 0.005)).isTrue();
    }

    @Test
    @DisplayName("never takes many negative signs for positive ones")
    void oneSided() {
        assertThat(SignTest.decides(40, 0, 0.025)).isFalse();
    }

    @Test
    @DisplayName("refuses more positive signs than signs")
    void refusesNonsense() {
        assertThatThrownBy(() -> SignTest.logEvidence(3, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ErrorBudget.among(0)).hasMessageContaining("expectations: 0");
    }

    @Test
    @DisplayName("at the bar exactly, looked at after each of 300 pairs, is wrong with a probability below alpha")
    void exactErrorIsBelowAlpha() {
        for (double alpha : new double[] {0.025, 0.005, 0.005 / 7}) {
            double wrong = errorAfterEveryLook((n, k) -> SignTest.decides(n, k, alpha) ? 1 : 0);
            assertThat(wrong).isPositive().isLessThanOrEqualTo(alpha);
        }
    }

    @Test
    @DisplayName("is needed: a plain 95 % interval looked at after every pair is wrong far more often")
    void plainIntervalIsNot() {
        double wrong = errorAfterEveryLook((n, k) -> n >= 9 && k > n / 2.0 + 1.96 * Math.sqrt(n) / 2 ? 1 : 0);
        assertThat(wrong).isGreaterThan(0.11);
    }

    /**
     * n = 20,000 sequences of up to 200 fair signs, seed 42. If the true rate were alpha, 0.025, more than 551 wrong ones
     * (500 + 2.33 standard deviations of 22.1) would be seen in one run of a hundred; a true rate is shown to be at most
     * alpha, with 99 % confidence, by at most 448 wrong ones (500 - 2.33 * 22.1).
     */
    @Test
    @DisplayName("at the bar exactly, in 20,000 simulated measurements, claims met in at most alpha of them")
    void simulatedErrorIsBelowAlpha() {
        Random random = new Random(42);
        int[] enough = leastAboveThatDecides(200);
        int wrong = 0;
        for (int sequence = 0; sequence < 20_000; sequence++) {
            wrong += everClaimsMet(random, enough) ? 1 : 0;
        }
        assertThat(wrong).isPositive().isLessThanOrEqualTo(448);
    }

    /** For each number of pairs; one more than the number where none suffices. */
    private static int[] leastAboveThatDecides(int pairs) {
        int[] least = new int[pairs + 1];
        for (int n = 1; n <= pairs; n++) {
            while (least[n] <= n && !SignTest.decides(n, least[n], ALONE.metAlpha())) {
                least[n]++;
            }
        }
        return least;
    }

    private static boolean everClaimsMet(Random random, int[] enough) {
        int above = 0;
        for (int n = 1; n < enough.length; n++) {
            above += random.nextBoolean() ? 1 : 0;
            if (above >= enough[n]) {
                return true;
            }
        }
        return false;
    }

    /** The exact probability that fair signs ever satisfy a rule that is asked after each of them. */
    private static double errorAfterEveryLook(IntBinaryOperator claims) {
        double[] undecided = {1};
        double wrong = 0;
        for (int n = 1; n <= LOOKS; n++) {
            double[] next = new double[n + 1];
            for (int k = 0; k < n; k++) {
                next[k] += undecided[k] / 2;
                next[k + 1] += undecided[k] / 2;
            }
            for (int k = 0; k <= n; k++) {
                if (claims.applyAsInt(n, k) == 1) {
                    wrong += next[k];
                    next[k] = 0;
                }
            }
            undecided = next;
        }
        return wrong;
    }
}
