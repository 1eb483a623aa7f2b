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
        List<Pair> block = Collections.nCopies(12, pair);
        return new Judge(
                new Measured(
                        "one by one",
                        "your pool",
                        Optional.empty(),
                        Optional.empty(),
                        block,
                        block,
                        2,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(1),
                        List.of()),
                Optional.empty(),
                Optional.empty());
    }
}
