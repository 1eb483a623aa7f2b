package io.github.acrossexecutors;

import io.github.acrossexecutors.execution.TaskFailure;
import io.github.acrossexecutors.verdict.Bar;
import io.github.acrossexecutors.verdict.Capacity;
import io.github.acrossexecutors.verdict.Contestant;
import io.github.acrossexecutors.verdict.Demand;
import io.github.acrossexecutors.verdict.ImpossibleBarException;
import io.github.acrossexecutors.verdict.Judgement;
import io.github.acrossexecutors.verdict.Measurement;
import io.github.acrossexecutors.verdict.Reason;
import io.github.acrossexecutors.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** One expectation on one test: measures the body's rounds under both models, judges them, tells the verdict. */
final class SpeedupSession implements TestSession {

    private final ExtensionContext test;
    private final SpeedupExpectation expectation;
    private final ModelRounds baseline;
    private final ModelRounds contender;
    private final SpeedupVerdicts verdicts;

    private SpeedupSession(
            ExtensionContext test, SpeedupExpectation expectation, ModelRounds baseline, ModelRounds contender) {
        this.test = test;
        this.expectation = expectation;
        this.baseline = baseline;
        this.contender = contender;
        this.verdicts = SpeedupVerdicts.in(test);
    }

    static SpeedupSession open(ExtensionContext test, SpeedupExpectation expectation, Settings settings) {
        Settings judged = settings.judged();
        ModelRounds baseline = ModelRounds.start(test, expectation.baseline(), judged);
        try {
            return new SpeedupSession(
                    test, expectation, baseline, ModelRounds.start(test, expectation.contender(), judged));
        } catch (RuntimeException e) {
            baseline.close();
            throw e;
        }
    }

    @Override
    public Object resolve(Class<?> type) {
        return baseline.first().argument(type);
    }

    @Override
    public void lifecycle(BodyCalls calls) throws Throwable {
        calls.proceed();
    }

    @Override
    public void body(BodyCalls calls, ExtensionContext context) throws Throwable {
        long start = System.nanoTime();
        Judgement judgement;
        try {
            judgement = obstacle().orElseGet(() -> openAndMeasure(calls));
        } catch (FailedRoundException failed) {
            failed.throwIfInterrupted();
            TaskFailures.ofMany(failed.failures(), TestName.of(context).heading() + ": " + expectation)
                    .throwIfAny();
            throw failed;
        } finally {
            verdicts.spend(Duration.ofNanos(System.nanoTime() - start));
            calls.skipUnlessCalled();
        }
        verdicts.count(judgement.verdict());
        Results.publish(test, context, expectation.toString(), judgement);
        throwUnlessMet(judgement);
    }

    /** What makes it needless to begin. */
    private Optional<Judgement> obstacle() {
        Bar bar = expectation.bar();
        if (verdicts.left().isZero()) {
            return Optional.of(Judgement.notMeasured(
                    bar,
                    Reason.BUDGET,
                    expectation + ": inconclusive, not measured: the expectations before it have used up the time that"
                            + " all may take together; raise across.speedup.suite-budget."));
        }
        return LeftBehind.in(test)
                .burning()
                .map(thread -> Judgement.notMeasured(
                        bar,
                        Reason.SUPPLY_TOO_LOW,
                        expectation + ": inconclusive, not measured: '" + thread
                                + "', left behind by a test that hung, still burns CPU time. Mend that test first."));
    }

    private Judgement openAndMeasure(BodyCalls calls) {
        try {
            throwIfAny(baseline.open());
            throwIfAny(contender.open());
            Judgement judgement = elsewhere().orElseGet(() -> measure(calls));
            List<TaskFailure> late = new ArrayList<>(baseline.end());
            late.addAll(contender.end());
            throwIfAny(late);
            return judgement;
        } catch (InterruptedException e) {
            throw new FailedRoundException(e);
        }
    }

    private static void throwIfAny(List<TaskFailure> failures) {
        if (!failures.isEmpty()) {
            throw new FailedRoundException(failures);
        }
    }

    /** Of other machines nobody here can tell what they gave the code. */
    private Optional<Judgement> elsewhere() {
        return Stream.of(baseline, contender)
                .filter(rounds -> !rounds.isOnThisMachine())
                .findFirst()
                .map(rounds -> Judgement.notMeasured(
                        expectation.bar(),
                        Reason.SUPPLY_TOO_LOW,
                        expectation + ": inconclusive, not measured: workers of " + rounds.model()
                                + " are on other machines, and nobody here can tell how much of their CPUs they get."));
    }

    private Judgement measure(BodyCalls calls) {
        Duration left = verdicts.left();
        Duration budget = expectation.budget().compareTo(left) < 0 ? expectation.budget() : left;
        Demand demand = new Demand(expectation.bar(), verdicts.nextShare(), capacity());
        try {
            Judgement judgement = Measurement.run(
                            new Contestant(
                                    baseline.model(), new ContestantRounds(baseline, calls, true, LeftBehind.in(test))),
                            new Contestant(
                                    contender.model(),
                                    new ContestantRounds(contender, calls, false, LeftBehind.in(test))),
                            demand,
                            Optional.of(budget))
                    .judge();
            return budget.equals(left) && judgement.verdict() == Verdict.INCONCLUSIVE
                    ? judgement.adding(
                            "Its budget was what the expectations before it had left of across.speedup.suite-budget.")
                    : judgement;
        } catch (ImpossibleBarException e) {
            throw new ExtensionConfigurationException("@ExpectSpeedup: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            throw new FailedRoundException(e);
        } catch (Exception e) {
            throw new IllegalStateException("a contestant threw what it does not declare", e);
        }
    }

    /**
     * What the contender executes on; without a sequential baseline nobody knows how long a task takes undisturbed, and
     * against itself no model has an ideal to reach.
     */
    private Optional<Capacity> capacity() {
        boolean overSequential = expectation.baseline().is(ExecutionModel.SEQUENTIAL);
        return overSequential && !expectation.isCalibrating() ? contender.capacity() : Optional.empty();
    }

    private void throwUnlessMet(Judgement judgement) {
        boolean enforced = verdicts.mode() == SpeedupVerdicts.Mode.ENFORCE;
        switch (judgement.verdict()) {
            case MET -> {
                if (expectation.isCalibrating()) {
                    throw new AssertionFailedError("A model looked faster than itself. " + judgement.message());
                }
            }
            case NOT_MET -> {
                if (enforced) {
                    throw new AssertionFailedError(judgement.message());
                }
            }
            case INCONCLUSIVE -> {
                if (enforced && verdicts.failsInconclusive()) {
                    throw new AssertionFailedError(judgement.message());
                }
                if (enforced || expectation.isCalibrating()) {
                    throw new TestAbortedException(judgement.message());
                }
            }
        }
    }

    /** An expectation stands beside an annotated method, never on a factory. */
    @Override
    public void dynamicTest(BodyCalls calls, ExtensionContext context) {
        throw new IllegalStateException("a dynamic test of " + context.getDisplayName());
    }

    @Override
    public void finish(ExtensionContext context) throws Exception {
        List<TaskFailure> late = new ArrayList<>();
        for (ModelRounds rounds : List.of(baseline, contender)) {
            rounds.leftBehind();
            late.addAll(rounds.takeDeaths());
        }
        TaskFailures.ofOne(late).throwIfAny();
    }

    @Override
    public void close() {
        baseline.close();
        contender.close();
    }
}
