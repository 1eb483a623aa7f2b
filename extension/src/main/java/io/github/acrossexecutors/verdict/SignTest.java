package io.github.acrossexecutors.verdict;

/**
 * A sign test whose error holds although one looks after every observation.
 *
 * <p>Of {@code n} signs {@code k} are positive. If positive signs are no more likely than negative ones, then the
 * likelihood ratio of a coin of unknown bias, uniform on [0, 1], against a fair coin,
 *
 * <pre>{@code
 * M(n, k) = 2^n * B(k + 1, n - k + 1)        B: the beta function
 * }</pre>
 *
 * is a martingale that starts at 1, and by Ville's inequality it ever reaches {@code 1 / alpha} with a probability of at
 * most {@code alpha}. The claim is made only where positive signs are the majority; a coin biased the other way reaches
 * that less often still, because more positive signs never hurt it.
 *
 * <p>Sources: J. Ville, <i>Etude critique de la notion de collectif</i>, 1939; H. Robbins, "Statistical methods related
 * to the law of the iterated logarithm", Annals of Mathematical Statistics 41 (1970); S. Howard, A. Ramdas, J. McAuliffe,
 * J. Sekhon, "Time-uniform, nonparametric, nonasymptotic confidence sequences", Annals of Statistics 49 (2021).
 */
final class SignTest {

    private SignTest() {}

    /** The natural logarithm of M(n, k); the power itself overflows beyond n = 1,023. */
    static double logEvidence(int n, int k) {
        if (n < 0 || k < 0 || k > n) {
            throw new IllegalArgumentException(k + " positive signs of " + n);
        }
        return n * Math.log(2) - Math.log(n + 1.0) - logChoose(n, k);
    }

    /** Whether the evidence for "mostly positive" suffices at this error; false while the signs are balanced. */
    static boolean decides(int n, int k, double alpha) {
        return 2 * k > n && logEvidence(n, k) >= -Math.log(alpha);
    }

    /** The least number of observations that can decide: all of them positive. */
    static int leastNumber(double alpha) {
        int n = 1;
        while (!decides(n, n, alpha)) {
            n++;
        }
        return n;
    }

    private static double logChoose(int n, int k) {
        double sum = 0;
        for (int i = 1; i <= Math.min(k, n - k); i++) {
            sum += Math.log(n - i + 1.0) - Math.log(i);
        }
        return sum;
    }
}
