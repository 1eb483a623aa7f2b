package io.github.acrossexecutors.explorer.message;

import io.github.acrossexecutors.explorer.control.End;
import io.github.acrossexecutors.explorer.control.Run;
import io.github.acrossexecutors.explorer.race.Access;
import io.github.acrossexecutors.explorer.race.Race;
import io.github.acrossexecutors.explorer.trace.Deed;
import io.github.acrossexecutors.explorer.trace.Entry;
import io.github.acrossexecutors.explorer.trace.Label;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A schedule that went wrong, in words. */
public final class Fault {

    private static final int LONGEST = 300;

    private final Sort sort;
    private final String what;
    private final @Nullable Throwable thrown;
    private final List<Line> lines;
    private final List<String> actors;

    /** In which way a schedule went wrong. */
    public enum Sort {
        /** A check threw. */
        WRONG_RESULT,
        /** An actor threw. */
        EXCEPTION,
        /** Nobody could go on. */
        STUCK,
        /** Nothing orders two accesses. */
        DATA_RACE
    }

    /**
     * Tell.
     *
     * @param run the schedule
     * @param end how it ended; where that is well, its first race is told
     */
    public Fault(Run run, End end) {
        Values values = new Values();
        this.lines = new Story(run, values).lines();
        this.actors = run.names();
        switch (end) {
            case End.Threw threw -> {
                this.sort = threw.inCheck() ? Sort.WRONG_RESULT : Sort.EXCEPTION;
                this.thrown = threw.thrown();
                this.what = threw.inCheck()
                        ? said(threw.thrown())
                        : run.nameOf(threw.participant()) + " threw "
                                + shortened(threw.thrown().toString());
            }
            case End.Stuck stuck -> {
                this.sort = Sort.STUCK;
                this.thrown = null;
                this.what = stuck(run, stuck, values);
            }
            case End.Completed completed -> {
                this.sort = Sort.DATA_RACE;
                this.thrown = null;
                this.what = race(run);
            }
            case End.CutOff cut -> {
                this.sort = Sort.DATA_RACE;
                this.thrown = null;
                this.what = race(run);
            }
            case End.Uncontrolled other -> {
                this.sort = Sort.STUCK;
                this.thrown = null;
                this.what = other.reason();
            }
            case End.Diverged other -> {
                this.sort = Sort.STUCK;
                this.thrown = null;
                this.what = other.difference();
            }
        }
    }

    /** In one line, however many an assertion library makes of it. */
    private static String said(Throwable thrown) {
        String message = thrown.getMessage();
        return message != null && thrown instanceof AssertionError && !message.isBlank()
                ? shortened(message)
                : shortened(thrown.toString());
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    private static String race(Run run) {
        Race race = run.history().races().values().stream().findFirst().orElse(null);
        return race == null
                ? "nothing went wrong"
                : "%s is raced for: %s and %s, and nothing orders the two (no common lock, no volatile, no start or join)"
                        .formatted(race.name(), use(run, race.first()), use(run, race.second()));
    }

    private static String use(Run run, Access access) {
        return "%s %s it at %s"
                .formatted(
                        run.nameOf(access.participant()),
                        access.write() ? "writes" : "reads",
                        Label.of(access.label()).where());
    }

    private static String stuck(Run run, End.Stuck stuck, Values values) {
        List<String> waits = new ArrayList<>();
        for (End.Wait wait : stuck.waits()) {
            Label label = Label.of(wait.label());
            String who = run.nameOf(wait.participant());
            String on = wait.on() == null ? "" : values.show(wait.on());
            String holder = wait.holder() < 0 ? "" : ", held by " + run.nameOf(wait.holder());
            waits.add(switch (wait.manner()) {
                        case MONITOR -> who + " waits for " + on + holder;
                        case NOTIFICATION -> who + " waits for a notify on " + on + " that nobody is left to send";
                        case PARKED -> who + " waits in " + called(run, wait, values, label) + holder;
                        case THREAD -> who + " waits for the end of " + on;
                    }
                    + " (" + label.where() + ")");
        }
        return "stuck for ever: " + String.join("; ", waits);
    }

    /** The object that the subject called, not what it parks on inside. */
    private static String called(Run run, End.Wait wait, Values values, Label label) {
        String method = label.name() + "()";
        for (Entry entry : run.history().trace().reversed()) {
            if (entry.participant() == wait.participant()) {
                return entry.deed() == Deed.CALL && entry.owner() != null
                        ? values.show(entry.owner()) + method.substring(method.lastIndexOf('.'))
                        : method;
            }
        }
        return method;
    }

    /**
     * In which way.
     *
     * @return the way
     */
    public Sort sort() {
        return sort;
    }

    /**
     * One sentence.
     *
     * @return what went wrong
     */
    public String what() {
        return what;
    }

    /**
     * What was thrown.
     *
     * @return it, or {@code null}
     */
    public @Nullable Throwable thrown() {
        return thrown;
    }

    /**
     * All steps.
     *
     * @return the steps, in order
     */
    public List<Line> lines() {
        return lines;
    }

    /**
     * Who took part.
     *
     * @return the names, the scenario's first
     */
    public List<String> participants() {
        return actors;
    }

    /**
     * All of it, to be compared with another.
     *
     * @return sort, sentence and steps
     */
    public String text() {
        StringBuilder text = new StringBuilder(sort + " " + what + "\n");
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
