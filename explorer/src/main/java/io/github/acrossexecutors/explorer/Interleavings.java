package io.github.acrossexecutors.explorer;

import io.github.acrossexecutors.explorer.search.Finding;
import io.github.acrossexecutors.explorer.search.Search;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Runs the actors of a scenario under many interleavings, fewest preemptions first, and says which one breaks it.
 *
 * <pre>{@code
 * final class TwoIncrements {
 *     private final Counter counter = new Counter();
 *
 *     @Actor void anna() { counter.increment(); }
 *
 *     @Actor void ben() { counter.increment(); }
 *
 *     @Check void bothCounted() { assertThat(counter.value()).isEqualTo(2); }
 * }
 *
 * Interleavings.explore(TwoIncrements.class).orThrow();
 * }</pre>
 *
 * <p>A scenario is a top-level or static nested class with a constructor without parameters, two or three {@link Actor}
 * methods and any number of {@link Check} methods. Each schedule gets a fresh instance, and fresh static fields. A lambda
 * cannot be a scenario: the explorer loads classes anew, rewritten, and an object of the test's own class cannot cross.
 *
 * <p>Instances are immutable: each setting returns another one.
 */
public final class Interleavings {

    private static final Bounds DEFAULT = new Bounds(2, 20_000, 5_000, Duration.ofSeconds(5));

    private final Class<?> scenario;
    private final Bounds bounds;
    private final Consumer<Map<String, String>> report;

    private Interleavings(Class<?> scenario, Bounds bounds, Consumer<Map<String, String>> report) {
        this.scenario = scenario;
        this.bounds = bounds;
        this.report = report;
    }

    /**
     * Explore a scenario within the default bounds: 2 preemptions, 20,000 schedules, 5,000 steps each, 5 seconds.
     *
     * @param scenario the scenario
     * @return what was found
     * @throws IllegalArgumentException if the class is no scenario: the message says why, and what to write instead
     */
    public static Exploration explore(Class<?> scenario) {
        return of(scenario).explore();
    }

    /**
     * Prepare an exploration.
     *
     * @param scenario the scenario
     * @return its exploration within the default bounds
     */
    public static Interleavings of(Class<?> scenario) {
        return new Interleavings(Objects.requireNonNull(scenario), DEFAULT, entries -> {});
    }

    /**
     * Set how often a schedule may take the turn from an actor that could have gone on.
     *
     * @param preemptions 0 to 100; 2 by default, which finds most bugs
     * @return an exploration with this bound
     * @throws IllegalArgumentException if it is out of range
     */
    public Interleavings preemptions(int preemptions) {
        return with(new Bounds(preemptions, bounds.schedules(), bounds.steps(), bounds.time()));
    }

    /**
     * Set how many schedules are run.
     *
     * @param schedules 1 to 10,000,000; 20,000 by default
     * @return an exploration with this bound
     * @throws IllegalArgumentException if it is out of range
     */
    public Interleavings schedules(int schedules) {
        return with(new Bounds(bounds.preemptions(), schedules, bounds.steps(), bounds.time()));
    }

    /**
     * Set how many steps one schedule may have before it is cut off.
     *
     * @param steps 10 to 1,000,000; 5,000 by default
     * @return an exploration with this bound
     * @throws IllegalArgumentException if it is out of range
     */
    public Interleavings steps(int steps) {
        return with(new Bounds(bounds.preemptions(), bounds.schedules(), steps, bounds.time()));
    }

    /**
     * Set how long the exploration may take. A schedule that has begun is finished.
     *
     * @param time more than zero and at most a day; 5 seconds by default
     * @return an exploration with this bound
     * @throws IllegalArgumentException if it is out of range
     */
    public Interleavings within(Duration time) {
        return with(new Bounds(bounds.preemptions(), bounds.schedules(), bounds.steps(), time));
    }

    /**
     * Say who gets the figures of the exploration: scenario, outcome, schedules, time, and the number of the schedule that
     * failed. In a JUnit test that is {@code reportTo(reporter::publishEntry)} with an injected {@code TestReporter}.
     *
     * @param report called once, when the exploration has ended
     * @return an exploration that reports there
     */
    public Interleavings reportTo(Consumer<Map<String, String>> report) {
        return new Interleavings(scenario, bounds, Objects.requireNonNull(report));
    }

    /**
     * Run schedules until one breaks the scenario, all were run, or a bound is reached.
     *
     * @return what was found
     * @throws IllegalArgumentException if the class is no scenario: the message says why, and what to write instead
     */
    public Exploration explore() {
        return run(Search::run);
    }

    /**
     * Run one schedule again, for instance under a debugger.
     *
     * @param schedule the number that a message printed
     * @return what became of it this time
     * @throws IllegalArgumentException if this is no schedule's number, or the class is no scenario
     */
    public Exploration replay(String schedule) {
        Objects.requireNonNull(schedule);
        return run(search -> search.replay(schedule));
    }

    private Exploration run(Way way) {
        ScenarioClass checked = ScenarioClass.of(scenario);
        long start = System.nanoTime();
        Search search = checked.search(bounds);
        Finding finding;
        try {
            finding = way.go(search);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            finding = new Finding.Uncontrolled("the exploring thread was interrupted");
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        Exploration found = Explorations.of(checked.name(), finding, search.schedules(), elapsed);
        report.accept(Explorations.entries(found));
        return found;
    }

    /** Either of the two things that can be asked of a search. */
    private interface Way {

        Finding go(Search search) throws InterruptedException;
    }

    private Interleavings with(Bounds changed) {
        return new Interleavings(scenario, changed, report);
    }
}
