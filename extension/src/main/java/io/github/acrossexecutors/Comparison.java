package io.github.acrossexecutors;

import io.github.acrossexecutors.verdict.Figures;
import io.github.acrossexecutors.verdict.Judge;
import io.github.acrossexecutors.verdict.Judgement;
import java.util.List;
import java.util.Optional;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * What a {@link Race} measured.
 *
 * <p>A bar may be judged again and again; the same measurement gives the same verdict. A race that was {@linkplain
 * Race#measure(double) measured for one bar} stopped when that one was decided and may be too short for another.
 * With AssertJ on the class path, {@link AcrossAssertions} reads better than {@link #expectAtLeast}.
 *
 * <p><b>Threads:</b> immutable.
 */
public final class Comparison {

    private final String baseline;
    private final String contender;
    private final Judge judge;
    private final int expectations;

    Comparison(String baseline, String contender, Judge judge, int expectations) {
        this.baseline = baseline;
        this.contender = contender;
        this.judge = judge;
        this.expectations = expectations;
    }

    /**
     * {@return the name of the code that the other was compared with}
     */
    public String baseline() {
        return baseline;
    }

    /**
     * {@return the name of the code that was compared}
     */
    public String contender() {
        return contender;
    }

    /**
     * {@return what was seen; empty if the measurement ended before its first pair}
     */
    public Optional<Figures> figures() {
        return judge.figures();
    }

    /**
     * {@return what else a reader of the figures should know, one sentence each}
     */
    public List<String> notes() {
        return judge.notes();
    }

    /**
     * Judge whether the contender is at least so many times as fast as the baseline.
     *
     * @param times the number; more than 0
     * @return the verdict, its reason and its message
     * @throws IllegalArgumentException if the number is not more than 0
     */
    public Judgement judge(double times) {
        return judge.judge(times, expectations);
    }

    /**
     * Pass if the contender is at least so many times as fast as the baseline.
     *
     * @param times the number; more than 0
     * @throws AssertionFailedError if the verdict is <em>not met</em>
     * @throws TestAbortedException if it is <em>inconclusive</em>, which JUnit shows as a skipped test with the reason
     * @throws IllegalArgumentException if the number is not more than 0
     */
    public void expectAtLeast(double times) {
        Judgement judgement = judge(times);
        switch (judgement.verdict()) {
            case MET -> {}
            case NOT_MET -> throw new AssertionFailedError(judgement.message());
            case INCONCLUSIVE -> throw new TestAbortedException(judgement.message());
        }
    }

    @Override
    public String toString() {
        return contender + " against " + baseline + ": "
                + figures().map(Figures::toString).orElse("no pair was measured");
    }
}
