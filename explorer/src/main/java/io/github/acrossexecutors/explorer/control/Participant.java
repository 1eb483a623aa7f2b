package io.github.acrossexecutors.explorer.control;

import io.github.acrossexecutors.explorer.race.Access;
import io.github.acrossexecutors.explorer.race.Clock;
import io.github.acrossexecutors.explorer.race.Location;
import io.github.acrossexecutors.explorer.trace.Entry;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * One thread of a schedule: an actor, the stage, or a thread that the subject started.
 *
 * <p>Everything but {@code atGate} is written and read by the thread that has the turn alone. {@code atGate} is written by
 * the participant's thread and read by the one that watches the schedule.
 */
public final class Participant {

    private static final ThreadLocal<Participant> CURRENT = new ThreadLocal<>();
    private static final InheritableThreadLocal<Run> FAMILY = new InheritableThreadLocal<>();

    final int index;
    final String name;
    final Thread thread;
    final Run run;
    final Clock clock = new Clock();
    private final Semaphore turn = new Semaphore(0);
    volatile boolean atGate = true;

    @Nullable
    Waiting waiting;

    boolean done;
    boolean permit;
    boolean interrupted;
    int quiet;
    int streak;
    int stops;
    long past;
    String label = "";

    @Nullable
    Object blocker;

    private @Nullable Object optimistic;
    private @Nullable Entry last;

    Participant(Run run, int index, String name, Thread thread) {
        this.run = run;
        this.index = index;
        this.name = name;
        this.thread = thread;
        this.past = Location.mix(index, 1);
        clock.tick(index);
    }

    /**
     * The participant that the calling thread is.
     *
     * @return it, or {@code null} if the thread belongs to no schedule
     */
    public static @Nullable Participant current() {
        return CURRENT.get();
    }

    void bind() {
        CURRENT.set(this);
        FAMILY.set(run);
    }

    /**
     * Play the body of a thread that was started by {@link Threads#start} and has its own {@code run}; called on it. What a
     * participant calls is simply run.
     *
     * @param body the thread's own
     */
    public static void playOnNewThread(Runnable body) {
        Run run = FAMILY.get();
        if (run == null || CURRENT.get() != null) {
            body.run();
        } else {
            run.threads().play(body);
        }
    }

    void giveTurn() {
        turn.release();
    }

    /** Waits through interrupts, which belong to the subject. */
    void awaitTurn() {
        atGate = true;
        turn.acquireUninterruptibly();
        atGate = false;
    }

    /**
     * The schedule it belongs to.
     *
     * @return the schedule
     */
    public Run run() {
        return run;
    }

    /** Begin a stretch in which the turn is never given away but to wait, such as a class initializer. */
    public void beQuiet() {
        quiet++;
    }

    /**
     * Tell whether such a stretch lasts.
     *
     * @return whether it does
     */
    public boolean isQuiet() {
        return quiet > 0;
    }

    /** End such a stretch. */
    public void speakAgain() {
        quiet--;
    }

    /**
     * Note where in the source it is.
     *
     * @param place the text of a label
     */
    public void at(String place) {
        if (!place.isEmpty()) {
            label = place;
        }
    }

    /**
     * Begin to read what a lock guards without holding it: such reads are validated before they are used.
     *
     * @param lock the lock
     */
    public void readOptimistically(Object lock) {
        optimistic = lock;
    }

    /**
     * End that, if it lasts: the lock was asked.
     *
     * @param lock the lock
     */
    @SuppressWarnings("ReferenceEquality") // a lock is itself alone
    public void askedAgain(Object lock) {
        if (optimistic == lock) {
            optimistic = null;
        }
    }

    Access access(String place, Access.Mode mode, boolean write) {
        return new Access(index, clock.now(index), place, mode, write, !write && optimistic != null);
    }

    /**
     * Remember a step whose value will be known after it.
     *
     * @param entry the step
     */
    public void last(@Nullable Entry entry) {
        last = entry;
    }

    /**
     * Fill in the value of the step that was remembered.
     *
     * @param value the value
     */
    public void saw(@Nullable Object value) {
        if (last != null) {
            last.value(value);
            last = null;
        }
    }
}
