package io.github.acrossexecutors;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Expects a body to be faster under one execution model than under another: a test node of its own, beside those of the
 * models.
 *
 * <pre>{@code
 * @AcrossExecutors(value = {SEQUENTIAL, FIXED_POOL, VIRTUAL_THREADS}, tasks = 32, workers = 8)
 * @ExpectSpeedup(of = VIRTUAL_THREADS, atLeast = 10)
 * @ExpectSpeedup(of = FIXED_POOL, ofIdeal = 0.7)
 * void fetchesAPage(Task task) { ... }
 * }</pre>
 *
 * <p>Both models are warmed up and then execute rounds in interleaved pairs, until a test that may look after every pair
 * has decided. The verdict is <em>met</em>; <em>not met</em>, which fails the node with what was seen and what that
 * usually means; or <em>inconclusive</em>, which aborts it with the reason: others used the CPUs, there are too few of
 * them, the code did not get warm, the budget was too short. An inconclusive verdict is neither a pass nor a failure of
 * the code.
 *
 * <p>The body must do the same work each time it is executed: {@link BeforeRound} and {@link AfterRound} put back what it
 * changes, outside its time. One instance and one {@code BeforeEach} serve all rounds of both models.
 *
 * <p>Configuration parameters:
 *
 * <ul>
 *   <li>{@code across.speedup}: {@code enforce}, the default; {@code report} measures, and no verdict fails, but a bar
 *       that the work can meet on no machine is a mistake and does; {@code off} leaves these nodes out; {@code calibrate}
 *       judges each model against itself at 1.2, which must never be met, and so shows on your machine how far the
 *       verdicts can be trusted.
 *   <li>{@code across.inconclusive}: {@code abort}, the default, or {@code fail}.
 *   <li>{@code across.speedup.budget}: how long one expectation may take, such as {@code 500 ms}; default 10 s.
 *   <li>{@code across.speedup.suite-budget}: how long all of a launcher session may take together, default 10 m. Once it is
 *       spent, the others are inconclusive.
 * </ul>
 *
 * <p>All expectations of a launcher session, which is one run of an IDE or of a build tool's JVM, share the error that it may
 * make: 0.025 for a false <em>met</em>, 0.005 for a false <em>not met</em>. The n-th one gets {@code 1 / (n (n + 1))} of it, so
 * that the shares never add up to more than 1 however many follow; later ones need a few pairs more.
 *
 * <p>Limits: it stands beside an {@link AcrossExecutors} on the same method, of a body with more than one task or with an
 * executor parameter. The lock that keeps other tests of the JVM away is lifted by JUnit to the whole top-level class, so
 * put such tests in a class of their own; it does not reach other JVMs, whose use of the CPUs makes verdicts
 * inconclusive.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Repeatable(ExpectSpeedups.class)
@ExtendWith(SpeedupPlaceCheck.class)
public @interface ExpectSpeedup {

    /**
     * The model that is expected to be faster.
     *
     * @return one model; left out where {@link #ofExecutor} names an executor of your own
     */
    ExecutionModel[] of() default {};

    /**
     * An executor of your own that is expected to be faster.
     *
     * @return its provider
     */
    Class<? extends ExecutorProvider> ofExecutor() default ExecutorProvider.class;

    /**
     * The baseline. It need not be one of the models the body runs under.
     *
     * @return one model; left out, {@code SEQUENTIAL} or what {@link #overExecutor} names
     */
    ExecutionModel[] over() default {};

    /**
     * An executor of your own as the baseline.
     *
     * @return its provider
     */
    Class<? extends ExecutorProvider> overExecutor() default ExecutorProvider.class;

    /**
     * How many times as fast as the baseline it is expected to be. Exactly one of this and {@link #ofIdeal} is set.
     *
     * @return more than 0
     */
    double atLeast() default Double.NaN;

    /**
     * Which share of the ideal it is expected to reach: of the best speedup this work could have on this machine, bound by
     * workers, CPUs, and how much of the work waits. The baseline must be {@code SEQUENTIAL}, whose tasks show how long
     * each takes undisturbed.
     *
     * @return more than 0 and at most 1
     */
    double ofIdeal() default Double.NaN;

    /**
     * How long it may take, warm-up included; it ends as soon as it is decided. <em>Met</em> takes at least 14 pairs of
     * rounds, <em>not met</em> at least 30.
     *
     * @return from 1, in {@link #budgetUnit}, to 365 days; default {@code across.speedup.budget}, else 10 s
     */
    long budget() default AcrossExecutors.UNSET;

    /**
     * The unit of {@link #budget}.
     *
     * @return the unit; default seconds
     */
    TimeUnit budgetUnit() default TimeUnit.SECONDS;
}
