package io.github.acrossexecutors.explorer.search;

import io.github.acrossexecutors.explorer.control.End;
import io.github.acrossexecutors.explorer.control.Run;
import io.github.acrossexecutors.explorer.control.Stage;
import io.github.acrossexecutors.explorer.message.Fault;
import io.github.acrossexecutors.explorer.trace.Label;
import io.github.acrossexecutors.explorer.weave.Subject;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Runs schedules until one goes wrong.
 *
 * <p>At first the turn is given away at what orders threads alone: monitors, volatile fields, the JDK's synchronizers. Plain
 * data that is ordered by these looks the same in every schedule. Where vector clocks show that it is not, giving the turn
 * away there may matter: the search begins anew with those names. So a race is known early, and still it is the wrong
 * result that is reported, where there is one.
 */
public final class Search {

    private static final int SCHEDULES_AFTER_RACE = 3_000;

    private final Subject subject;
    private final List<String> actors;
    private final List<String> checks;
    private final Limits limits;
    private final long start = System.nanoTime();
    private final Set<String> racing = new HashSet<>();
    private final Set<Reached> reached = EnumSet.noneOf(Reached.class);
    private @Nullable Deviations race;
    private int schedules;
    private int completed;
    private int schedulesAtRace;
    private String cutOff = "";

    /**
     * Prepare.
     *
     * @param subject the scenario's classes
     * @param actors its actors' methods
     * @param checks its checks' methods
     * @param limits how far to go
     */
    public Search(Subject subject, List<String> actors, List<String> checks, Limits limits) {
        this.subject = subject;
        this.actors = List.copyOf(actors);
        this.checks = List.copyOf(checks);
        this.limits = limits;
    }

    /** A schedule that was run. */
    private record Played(Deviations schedule, Run run, End end, Director director) {

        Fault fault() {
            return new Fault(run, end);
        }
    }

    /**
     * Search.
     *
     * @return what was found
     * @throws InterruptedException if the calling thread is interrupted
     */
    public Finding run() throws InterruptedException {
        Frontier frontier = new Frontier(limits.preemptions());
        while (true) {
            Deviations next = frontier.poll();
            if (next == null) {
                if (frontier.leftOut()) {
                    reached.add(Reached.PREEMPTIONS);
                }
                return race == null ? nothing(reached) : confirm(race);
            }
            if (schedules > 0 && spent()) {
                return race == null ? nothing(reached) : confirm(race);
            }
            Played played = play(next);
            schedules++;
            Finding finding = judge(played);
            if (finding != null) {
                return finding;
            }
            if (racing.addAll(played.run().history().contested())) {
                frontier = new Frontier(limits.preemptions());
                reached.clear();
                cutOff = "";
            } else {
                frontier.add(next, played.director().open());
            }
        }
    }

    /**
     * Run one schedule.
     *
     * @param number its number
     * @return what became of it
     * @throws InterruptedException if the calling thread is interrupted
     */
    public Finding replay(String number) throws InterruptedException {
        Played played = play(Deviations.parse(number), Search::anything);
        schedules++;
        if (!played.run().history().races().isEmpty()) {
            race = played.schedule();
        }
        Finding finding = judge(played);
        if (finding != null || race == null) {
            return finding == null ? nothing(EnumSet.allOf(Reached.class)) : finding;
        }
        return confirm(race);
    }

    /**
     * How many schedules were run.
     *
     * @return the number
     */
    public int schedules() {
        return schedules;
    }

    /** Of what never came to its end, not even that it went well can be said. */
    private Finding nothing(Set<Reached> bounds) {
        return completed > 0
                ? new Finding.Nothing(bounds, cutOff)
                : new Finding.Uncontrolled(
                        "no schedule came to its end within %,d steps; %s".formatted(limits.steps(), cutOff));
    }

    private boolean spent() {
        boolean afterRace = race != null && schedules - schedulesAtRace >= SCHEDULES_AFTER_RACE;
        if (schedules >= limits.schedules() || afterRace) {
            reached.add(Reached.SCHEDULES);
            return true;
        }
        if (System.nanoTime() - start > limits.time().toNanos()) {
            reached.add(Reached.TIME);
            return true;
        }
        return false;
    }

    private @Nullable Finding judge(Played played) throws InterruptedException {
        if (race == null && !played.run().history().races().isEmpty()) {
            race = played.schedule();
            schedulesAtRace = schedules;
        }
        return switch (played.end()) {
            case End.Completed end -> {
                completed++;
                yield played.director().followed() ? null : shorter();
            }
            case End.CutOff cut -> {
                reached.add(Reached.STEPS);
                cutOff = played.run().nameOf(cut.participant()) + " was still going on at "
                        + Label.of(cut.label()).where();
                yield null;
            }
            case End.Uncontrolled uncontrolled -> new Finding.Uncontrolled(uncontrolled.reason());
            case End.Diverged diverged -> new Finding.Undetermined(diverged.difference());
            case End.Threw threw -> confirm(played);
            case End.Stuck stuck -> confirm(played);
        };
    }

    private static Finding shorter() {
        return new Finding.Undetermined("it ended before a step at which it could be interrupted before");
    }

    /** Accuse of nothing that does not happen again. */
    private Finding confirm(Played played) throws InterruptedException {
        Played again = play(played.schedule(), Search::anything);
        if (again.end() instanceof End.Completed
                && again.run().history().races().isEmpty()) {
            return new Finding.Undetermined("it went wrong, and then it went well");
        }
        String first = played.fault().text();
        String second = again.fault().text();
        return first.equals(second)
                ? new Finding.Wrong(again.fault(), played.schedule().number())
                : new Finding.Undetermined(Difference.between(first, second));
    }

    private Finding confirm(Deviations raced) throws InterruptedException {
        return confirm(play(raced, Search::anything));
    }

    /** A schedule that is run again says itself where the turn is given away. */
    private static boolean anything(String name) {
        return true;
    }

    private Played play(Deviations schedule) throws InterruptedException {
        return play(schedule, racing::contains);
    }

    private Played play(Deviations schedule, Predicate<String> interruptible) throws InterruptedException {
        Director director = new Director(schedule);
        Run run = new Run(interruptible, director, limits.steps());
        Class<?> type;
        try {
            type = subject.load(thread -> run.finish(new End.Uncontrolled(
                    "thread \"%s\" runs the subject's code, and was started where the explorer cannot see"
                            .formatted(thread.getName()))));
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
        End end = Stage.play(new Script(type, actors, checks), run);
        return new Played(schedule, run, end, director);
    }
}
