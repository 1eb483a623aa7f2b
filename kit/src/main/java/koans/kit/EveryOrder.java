package koans.kit;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Bound;
import io.github.acrossexecutors.explorer.Check;
import io.github.acrossexecutors.explorer.Exploration;
import io.github.acrossexecutors.explorer.Interleavings;
import io.github.acrossexecutors.explorer.Kind;
import io.github.acrossexecutors.explorer.Outcome;
import java.util.Arrays;
import java.util.List;
import koans.api.NotYetWritten;
import koans.rehearsal.Rehearsal;

/**
 * Runs the threads of a scenario in every order of their steps, and tells a learner the order that breaks their code. It
 * passes only if every order was run: what could not be run, or not be steered, is red and says so.
 *
 * <pre>{@code
 * EveryOrder.of(TwoIncrements.class)
 *         .raced(seen, "unseen")           // {} is who uses what, and where
 *         .stuck(seen, "heldUp")           // {} is who waits for whom
 *         .otherwise(seen, "lost");        // {} is what mustBe saw
 *
 * static final class TwoIncrements {
 *     private final Counter counter = new Counter();
 *
 *     @Actor void first() { counter.increment(); }
 *
 *     @Actor void second() { counter.increment(); }
 *
 *     @Check void bothCount() { EveryOrder.mustBe(counter.value(), 2); }
 * }
 * }</pre>
 *
 * <p>A scenario is a static nested class with {@link Actor} and {@link Check} methods; a lambda cannot be one, because all
 * classes of koan and test are loaded anew, rewritten. Who breaks in a way that the test has no sentence for is told so in
 * the words of this class.
 *
 * <p>Limits: orders multiply. A few steps for each of two or three threads are run in moments; four fifths of the test's
 * deadline is the most that is spent.
 *
 * <p><b>Threads:</b> immutable. <b>Failure:</b> the learner's {@link NotYetWritten} comes out as it was thrown.
 */
public final class EveryOrder {

    private static final int PREEMPTIONS = 100;
    private static final int SCHEDULES = 5_000;
    private static final int STEPS = 1_000;

    private final Class<?> scenario;
    private final String subject;
    private final Exploration found;

    private EveryOrder(Class<?> scenario, String subject, Exploration found) {
        this.scenario = scenario;
        this.subject = subject;
        this.found = found;
    }

    /**
     * Explore something once, so that the first exploration that somebody waits for is not the first of the JVM: that one
     * takes several times as long. Does nothing the second time.
     */
    public static void warmUp() {
        Warm.rehearsed();
    }

    /** Whether a koan's test has scenarios. */
    static boolean isUsedBy(Class<?> testClass) {
        return Arrays.stream(testClass.getDeclaredClasses())
                .flatMap(nested -> Arrays.stream(nested.getDeclaredMethods()))
                .anyMatch(method -> method.isAnnotationPresent(Actor.class));
    }

    /** Initialized once in a JVM, by whoever comes first; others wait for that. */
    private static final class Warm {

        static {
            Interleavings.explore(Rehearsal.class);
        }

        static void rehearsed() {
            // its class is initialized now
        }
    }

    /**
     * Run every order.
     *
     * @param scenario two or three threads and what must be true after them; a nested class of a koan's test
     * @return what was found
     * @throws NotYetWritten if a thread came to code that is not written yet
     */
    public static EveryOrder of(Class<?> scenario) {
        String subject = scenario.getNestHost().getSimpleName().replaceFirst("Test$", "");
        Exploration found = Interleavings.of(scenario)
                .preemptions(PREEMPTIONS)
                .schedules(SCHEDULES)
                .steps(STEPS)
                .within(Watchdog.fromSettings(subject)
                        .deadline()
                        .multipliedBy(4)
                        .dividedBy(5))
                .explore();
        if (found.outcome() instanceof Outcome.Broken broken
                && broken.thrown().orElse(null) instanceof NotYetWritten notYet) {
            throw notYet;
        }
        return new EveryOrder(scenario, subject, found);
    }

    /**
     * Say, in a {@link Check}, what must have come of it.
     *
     * @param seen what came of it, told as it prints
     * @param right what may come of it, in one order or another
     * @throws AssertionError if it is none of these; {@link #otherwise} puts it into words
     */
    public static void mustBe(Object seen, Object... right) {
        if (!Arrays.asList(right).contains(seen)) {
            throw new UnexpectedError(String.valueOf(seen));
        }
    }

    /**
     * Fail if two threads use the same data, one of them writes, and nothing orders the two.
     *
     * @param seen the guarantee that is broken then
     * @param key its "seen" sentence; {} is the data, who uses it, and where
     * @return this
     * @throws AssertionError if it is so
     */
    public EveryOrder raced(Seen seen, String key) {
        return unless(Kind.DATA_RACE, seen, key);
    }

    /**
     * Fail if threads wait and nobody is left to wake them.
     *
     * @param seen the guarantee that is broken then
     * @param key its "seen" sentence; {} is who waits for what, and who holds it
     * @return this
     * @throws AssertionError if it is so
     */
    public EveryOrder stuck(Seen seen, String key) {
        return unless(Kind.STUCK, seen, key);
    }

    /**
     * Fail if a {@link Check} saw what must not be, or else anything kept this from being right in every order.
     *
     * @param seen the guarantee that is broken then
     * @param key its "seen" sentence; {} is what {@link #mustBe} was given
     * @throws AssertionError if it is so
     */
    public void otherwise(Seen seen, String key) {
        seen.as(key, "");
        if (found.outcome() instanceof Outcome.Broken broken
                && broken.thrown().orElse(null) instanceof UnexpectedError unexpected) {
            throw failure(broken, seen.as(key, unexpected.seen).get());
        }
        otherwise(seen);
    }

    /**
     * Fail, in words that fit every koan, if anything kept this from being right in every order.
     *
     * @param seen the guarantee that is broken then
     * @throws AssertionError if it is so
     */
    public void otherwise(Seen seen) {
        switch (found.outcome()) {
            case Outcome.Broken broken ->
                throw failure(
                        broken,
                        seen.because("It went wrong in one order of the steps: "
                                + order(broken).shortened(broken.what()) + "."));
            case Outcome.Passed passed -> {
                if (!passed.exhausted()) {
                    throw new AssertionError(seen.because(notAll(passed)));
                }
            }
            case Outcome.NotControlled other -> throw unjudged(seen, other.reason());
            case Outcome.NotDeterministic other ->
                throw unjudged(seen, "the same order went differently the second time: " + other.difference());
        }
    }

    private EveryOrder unless(Kind kind, Seen seen, String key) {
        seen.as(key, "");
        if (found.outcome() instanceof Outcome.Broken broken && broken.kind() == kind) {
            throw failure(
                    broken, seen.as(key, order(broken).shortened(broken.what())).get());
        }
        return this;
    }

    private AssertionError failure(Outcome.Broken broken, String sentence) {
        String message = "%s\n\n%s\n\nOrders run until this one was found: %,d."
                .formatted(sentence, order(broken).table(), found.schedules());
        return new AssertionError(
                message,
                broken.thrown()
                        .filter(thrown -> !(thrown instanceof UnexpectedError))
                        .orElse(null));
    }

    private OrderOfSteps order(Outcome.Broken broken) {
        return OrderOfSteps.of(subject, scenario, broken.steps());
    }

    private String notAll(Outcome.Passed passed) {
        String busy = passed.reached().contains(Bound.TIME)
                ? " If there is no such loop, this machine was busy, and the time of %,d ms too short: run it again."
                        .formatted(found.elapsed().toMillis())
                : "";
        return "No order went wrong of the %,d that were run, and not all could be run. Usually a loop tries again and again until it is let in, with `Thread.yield`, a sleep, a `tryLock` or nothing in between: its orders have no end. Let the thread wait instead.%s"
                .formatted(found.schedules(), busy);
    }

    private AssertionError unjudged(Seen seen, String why) {
        String plain = OrderOfSteps.of(subject, scenario, List.of()).shortened(why);
        return new AssertionError(seen.because("Your code could not be judged: " + plain + "."));
    }
}
