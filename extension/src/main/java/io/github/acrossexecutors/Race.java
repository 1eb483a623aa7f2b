package io.github.acrossexecutors;

import io.github.acrossexecutors.verdict.Bar;
import io.github.acrossexecutors.verdict.Body;
import io.github.acrossexecutors.verdict.Contestant;
import io.github.acrossexecutors.verdict.Demand;
import io.github.acrossexecutors.verdict.ErrorBudget;
import io.github.acrossexecutors.verdict.Judge;
import io.github.acrossexecutors.verdict.Measurement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Compares the speed of two pieces of code, and says so only where it can tell.
 *
 * <pre>{@code
 * Comparison comparison = Race.of("one by one", () -> fetchOneByOne(pages))
 *         .against("your pool", () -> fetchInPool(pages))
 *         .budget(Duration.ofSeconds(5))
 *         .measure(5);
 * comparison.expectAtLeast(5);
 * }</pre>
 *
 * <p>Both are warmed up, then executed in interleaved pairs until a test that may look after every pair has decided. The
 * verdict is met, not met, or inconclusive; the last one is neither a pass nor a failure of the code. One execution
 * each, or the best of a few, clears identical code as several times as fast as itself.
 *
 * <p>Limits: each piece of code runs dozens of times, short ones thousands of times, so it must do the same work each
 * time. Code that computes needs CPUs that nobody else uses meanwhile; else the verdict is inconclusive.
 *
 * <p><b>Threads:</b> for one thread alone, which executes both pieces of code. They may use further threads; no other
 * test should run beside them in this JVM. <b>Failure:</b> what either throws ends the measurement and reaches the
 * caller, wrapped in a {@link CompletionException} if it is a checked exception.
 */
public final class Race {

    private final Contestant baseline;
    private final Contestant contender;
    private final Optional<Duration> budget;
    private final int expectations;

    private Race(Contestant baseline, Contestant contender, Optional<Duration> budget, int expectations) {
        this.baseline = baseline;
        this.contender = contender;
        this.budget = budget;
        this.expectations = expectations;
    }

    /**
     * Begin with the code that the other is compared with.
     *
     * @param name what messages call it; not blank
     * @param code the code
     * @return the race, still without a contender
     * @throws IllegalArgumentException if the name is blank
     */
    public static Start of(String name, Body code) {
        return new Start(Contestant.of(name, code));
    }

    /**
     * Begin with the code that the other is compared with, keeping its result alive so that it cannot be optimised away.
     *
     * @param name what messages call it; not blank
     * @param code the code
     * @return the race, still without a contender
     * @throws IllegalArgumentException if the name is blank
     */
    public static Start of(String name, Callable<?> code) {
        return of(name, keepingResult(code));
    }

    private static Body keepingResult(Callable<?> code) {
        // Written on each execution and read by nobody: the compiler must not drop code whose result is published.
        AtomicReference<@Nullable Object> last = new AtomicReference<>();
        return () -> last.setRelease(code.call());
    }

    /** A race that has only its baseline yet. */
    public static final class Start {

        private final Contestant baseline;

        private Start(Contestant baseline) {
            this.baseline = baseline;
        }

        /**
         * Add the code that is expected to be faster.
         *
         * @param name what messages call it; not blank
         * @param code the code
         * @return the race
         * @throws IllegalArgumentException if the name is blank
         */
        public Race against(String name, Body code) {
            return new Race(baseline, Contestant.of(name, code), Optional.empty(), 1);
        }

        /**
         * Add the code that is expected to be faster, keeping its result alive so that it cannot be optimised away.
         *
         * @param name what messages call it; not blank
         * @param code the code
         * @return the race
         * @throws IllegalArgumentException if the name is blank
         */
        public Race against(String name, Callable<?> code) {
            return against(name, keepingResult(code));
        }
    }

    /**
     * Limit the time of the whole measurement, warm-up included; by default 10 s. It ends as soon as it is decided:
     * <em>met</em> takes at least 1 + 3 + 9 pairs, <em>not met</em> 1 + 3 + 12 + 12.
     *
     * @param limit the limit; more than zero
     * @return a race with this limit
     * @throws IllegalArgumentException if the limit is zero or negative
     */
    public Race budget(Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException("budget: " + limit + "; it must be more than zero");
        }
        return new Race(baseline, contender, Optional.of(limit), expectations);
    }

    /**
     * Say how many expectations share the error that one run may make: 0.025 for a false <em>met</em>, 0.005 for a false
     * <em>not met</em>. More of them need more pairs each.
     *
     * @param number the number; at least 1, which is the default
     * @return a race that shares its error
     * @throws IllegalArgumentException if the number is below 1
     */
    public Race expectations(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("expectations: " + number + "; it must be at least 1");
        }
        return new Race(baseline, contender, budget, number);
    }

    /**
     * Measure until it is decided whether the contender is at least so many times as fast as the baseline.
     *
     * @param atLeast the number; more than 0
     * @return what was measured
     * @throws IllegalArgumentException if the number is not more than 0
     * @throws CompletionException if the code throws a checked exception, which is its cause
     */
    public Comparison measure(double atLeast) {
        return compare(() -> Measurement.run(baseline, contender, demand(atLeast), budget));
    }

    /**
     * Measure until the budget ends, or 50 pairs in each of two blocks are enough, so that any number can be judged.
     *
     * @return what was measured
     * @throws CompletionException if the code throws a checked exception, which is its cause
     */
    public Comparison measure() {
        return compare(() -> Measurement.run(baseline, contender, budget));
    }

    private Demand demand(double atLeast) {
        return new Demand(new Bar.AtLeast(atLeast), ErrorBudget.among(expectations), Optional.empty());
    }

    private Comparison compare(Callable<Judge> measurement) {
        try {
            return new Comparison(baseline.name(), contender.name(), measurement.call(), expectations);
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(failed(), e);
        } catch (Exception e) {
            throw new CompletionException(failed(), e);
        }
    }

    private String failed() {
        return "the race of '" + contender.name() + "' against '" + baseline.name() + "' was not finished";
    }
}
