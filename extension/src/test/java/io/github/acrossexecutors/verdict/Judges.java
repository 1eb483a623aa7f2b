package io.github.acrossexecutors.verdict;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Measurements whose result is known, for tests of what is made of them. */
public final class Judges {

    private Judges() {}

    /**
     * Every pair has the same ratio, and enough CPU time.
     *
     * @param ratio the ratio
     * @return what judges them
     */
    public static Judge ofRatio(double ratio) {
        return of(Samples.pair(ratio));
    }

    /** Two blocks of twelve such pairs. */
    static Judge of(Pair pair) {
        return of(pair, 12, Collections.nCopies(12, pair), Optional.empty());
    }

    static Judge of(Pair first, int firsts, List<Pair> second, Optional<String> shortage) {
        return of(Collections.nCopies(firsts, first), second, shortage);
    }

    static Judge of(List<Pair> first, List<Pair> second, Optional<String> shortage) {
        return new Judge(
                new Measured(
                        "one by one",
                        "your pool",
                        Optional.empty(),
                        shortage,
                        first,
                        second,
                        2,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(1),
                        List.of()),
                Optional.empty(),
                Optional.empty());
    }
}
