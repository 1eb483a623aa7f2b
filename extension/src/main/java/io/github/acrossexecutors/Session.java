package io.github.acrossexecutors;

import io.github.acrossexecutors.execution.RoundResult;
import io.github.acrossexecutors.execution.TaskFailure;
import io.github.acrossexecutors.pinning.PinWatch;
import io.github.acrossexecutors.report.TestStatus;
import io.github.acrossexecutors.timing.Round;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One test under one model: executes its rounds, tells what failed and what was measured.
 *
 * <p><b>Threads:</b> for JUnit's thread alone, but for {@link #dynamicTest}: JUnit may call that from several at once, and
 * it lets them in one after another, under this object's monitor.
 */
final class Session implements TestSession {

    private final ExtensionContext test;
    private final ModelRounds rounds;
    private final boolean sharesClassInstance;
    private final Optional<PinWatch> pinWatch;
    /** Of the test under way: a factory's dynamic tests follow each other in one session. */
    private Observations observations;

    private Session(ExtensionContext test, ModelRounds rounds, Optional<PinWatch> pinWatch) {
        this.test = test;
        this.rounds = rounds;
        this.sharesClassInstance = rounds.meaning() instanceof Meaning.Copies && isPerClass(test);
        this.pinWatch = pinWatch;
        this.observations = new Observations(sharesClassInstance, pinWatch);
    }

    static Session open(ExtensionContext test, Model model, Settings settings) {
        Optional<PinWatch> pinWatch =
                model.is(ExecutionModel.VIRTUAL_THREADS) ? Optional.of(pinWatch(test)) : Optional.empty();
        return new Session(test, ModelRounds.start(test, model, settings), pinWatch);
    }

    /** One for the launcher session, begun by the first test that needs it: starting it takes longer than most tests. */
    private static PinWatch pinWatch(ExtensionContext test) {
        return AcrossExecutorsExtension.storeOfTheSession(test)
                .getOrComputeIfAbsent(PinWatch.class, key -> PinWatch.start(), PinWatch.class);
    }

    private static boolean isPerClass(ExtensionContext test) {
        return test.getTestInstanceLifecycle()
                .filter(lifecycle -> lifecycle == TestInstance.Lifecycle.PER_CLASS)
                .isPresent();
    }

    @Override
    public Object resolve(Class<?> type) {
        return rounds.first().argument(type);
    }

    @Override
    public void lifecycle(BodyCalls calls) throws Throwable {
        try {
            rounds.meaning().lifecycle(index -> calls.proceed());
        } finally {
            calls.skipUnlessCalled();
        }
    }

    @Override
    public void body(BodyCalls calls, ExtensionContext context) throws Throwable {
        Settings settings = rounds.settings();
        List<TaskFailure> failures = new ArrayList<>();
        try {
            failures.addAll(rounds.open());
            for (int number = 1; number <= settings.allRounds() && failures.isEmpty(); number++) {
                round(number, calls, failures);
            }
            failures.addAll(rounds.end());
        } catch (InterruptedException | RuntimeException e) {
            if (e instanceof InterruptedException interrupt) {
                LeftBehind.in(test).addOf(interrupt);
            }
            observations.ended(TaskFailures.isAbortion(e) ? TestStatus.ABORTED : TestStatus.FAILED);
            failures.stream()
                    .map(TaskFailure::thrown)
                    .filter(thrown -> !thrown.equals(e))
                    .forEach(e::addSuppressed);
            throw e;
        } finally {
            calls.skipUnlessCalled();
        }
        failures.addAll(rounds.takeDeaths());
        TaskFailures outcome = settings.runsOnce()
                ? TaskFailures.ofBody(failures, rounds.model(), rounds.meaning() instanceof Meaning.Elsewhere)
                : TaskFailures.ofMany(failures, TestName.of(context).heading() + " under " + rounds.model());
        observations.ended(outcome.status());
        outcome.throwIfAny();
    }

    /** Waiting for a monitor does not make JUnit's fork-join pool start further tests instead. */
    @Override
    public synchronized void dynamicTest(BodyCalls calls, ExtensionContext context) throws Throwable {
        try {
            body(calls, context);
        } finally {
            publish(context);
            observations = new Observations(sharesClassInstance, pinWatch);
        }
    }

    private void round(int number, BodyCalls calls, List<TaskFailure> failures) throws InterruptedException {
        rounds.callBefore(number, failures);
        Optional<Round> ended = Optional.empty();
        try {
            if (failures.isEmpty()) {
                Instant start = Instant.now();
                boolean warmup = number <= rounds.settings().warmups();
                RoundResult result = rounds.execute(number, warmup, calls, true);
                ended = Optional.of(result.round());
                observations.add(result, start);
                LeftBehind.in(test).add(result.survivors());
                failures.addAll(result.failures());
            }
        } finally {
            rounds.callAfter(number, ended, failures);
        }
    }

    /** Tell what was measured. A thread of the body's that has died since the body returned fails the test even now. */
    @Override
    public void finish(ExtensionContext context) throws Exception {
        observations.leftBehind(rounds.leftBehind());
        TaskFailures late = TaskFailures.ofOne(rounds.takeDeaths());
        if (late.status() == TestStatus.FAILED) {
            observations.ended(TestStatus.FAILED);
        }
        publish(context);
        late.throwIfAny();
    }

    private void publish(ExtensionContext context) {
        observations
                .timings(rounds.model(), rounds.workers(), rounds.settings())
                .ifPresent(timings ->
                        Results.publish(test, context, rounds.meaning().word(), observations, timings));
    }

    @Override
    public void close() {
        rounds.close();
    }
}
