package io.github.acrossexecutors.explorer.control;

import io.github.acrossexecutors.explorer.control.Policy.Giving;
import io.github.acrossexecutors.explorer.race.Location;
import io.github.acrossexecutors.explorer.trace.Deed;
import io.github.acrossexecutors.explorer.trace.Label;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What threads do to themselves and to each other, simulated: starting, joining, parking, sleeping, interrupting.
 *
 * <p>A timed wait ends by its deadline only when nobody else can go on: a correct program is not blamed for a slow machine. A
 * sleep may end at any time, because nothing orders a sleeper after the others; that costs a preemption.
 */
public final class Threads {

    private static final Pattern NUMBERED = Pattern.compile("(Thread-\\d+|pool-\\d+-thread-\\d+|)");

    /** By this name the end of threads is contested where somebody may see that it has not come yet. */
    static final String END = "the end of a thread";

    private static final String INTERRUPT = "interrupt";
    private static final long NOT_STARTED = 1;
    private static final long STILL_ALIVE = 2;

    private final Run run;

    Threads(Run run) {
        this.run = run;
    }

    /**
     * Start a thread as a further participant.
     *
     * @param me who starts it
     * @param thread not yet started, its body wrapped
     * @param label where
     */
    public void start(Participant me, Thread thread, String label) {
        run.stopIfEnded(me);
        if (run.of(thread) != null) {
            throw new IllegalThreadStateException();
        }
        String name = NUMBERED.matcher(thread.getName()).matches() ? "thread " + run.cast.size() : thread.getName();
        run.add(name, thread, me);
        run.history().note(me, Deed.THREAD, label, null).value("starts " + name);
        thread.start();
        if (!label.isEmpty()) {
            run.arrive(me, label, Giving.STEP);
        }
    }

    /**
     * Wait for the end of a thread.
     *
     * @param me who waits
     * @param thread whose end
     * @param nanos how long, 0 for ever
     * @param label where
     * @return whether it has ended
     * @throws InterruptedException if interrupted before or meanwhile
     */
    public boolean join(Participant me, Thread thread, long nanos, String label) throws InterruptedException {
        run.arrive(me, label, Giving.STEP);
        throwIfInterrupted(me);
        Participant other = run.of(thread);
        if (other == null) {
            me.past = Location.mix(me.past, NOT_STARTED);
            return thread.getState() == Thread.State.NEW || !thread.isAlive();
        }
        run.history().note(me, Deed.THREAD, label, null).value("joins " + other.name);
        if (!other.done) {
            long deadline = nanos == 0 ? Waiting.FOR_EVER : run.now() + nanos;
            run.await(me, new Waiting(Waiting.Manner.THREAD, thread, () -> other.done || me.interrupted, deadline));
        }
        if (!other.done) {
            throwIfInterrupted(me);
            run.history().contest(END);
            me.past = Location.mix(me.past, STILL_ALIVE);
        } else {
            me.clock.learn(other.clock);
            me.past = Location.mix(me.past, other.past);
        }
        return other.done;
    }

    /**
     * Park until there is a permit, an interrupt, or the deadline.
     *
     * @param me who parks
     * @param blocker for what
     * @param nanos how long, 0 for ever
     * @param label where; empty within the JDK
     */
    public void park(Participant me, @Nullable Object blocker, long nanos, String label) {
        run.stopIfEnded(me);
        if (!label.isEmpty()) {
            run.arrive(me, label, Giving.STEP);
        }
        Object on = blocker == null ? me.blocker : blocker;
        if (!me.permit && !me.interrupted) {
            run.history().note(me, Deed.PARK, label, null);
            long deadline = nanos == 0 ? Waiting.FOR_EVER : run.now() + nanos;
            run.await(me, new Waiting(Waiting.Manner.PARKED, on, () -> me.permit || me.interrupted, deadline));
        }
        me.permit = false;
        run.history().order(me, me, "permit", true, true);
    }

    /**
     * Note what a participant is about to park for.
     *
     * @param me who
     * @param blocker for what
     */
    public void blocker(Participant me, @Nullable Object blocker) {
        me.blocker = blocker;
    }

    /**
     * Give a thread its permit.
     *
     * @param me who gives
     * @param thread to whom
     * @param label where; empty within the JDK
     */
    public void unpark(Participant me, @Nullable Thread thread, String label) {
        run.stopIfEnded(me);
        if (!label.isEmpty()) {
            run.arrive(me, label, Giving.STEP);
        }
        Participant other = run.of(thread);
        if (other != null) {
            run.history().note(me, Deed.THREAD, label, null).value("unparks " + other.name);
            other.permit = true;
            run.history().order(me, other, "permit", true, true);
        }
    }

    /**
     * Sleep.
     *
     * @param me who
     * @param nanos how long
     * @param label where
     * @throws InterruptedException if interrupted before
     */
    public void sleep(Participant me, long nanos, String label) throws InterruptedException {
        long until = run.now() + nanos;
        run.history().note(me, Deed.THREAD, label, null).value("sleeps");
        run.arrive(me, label, Giving.YIELD);
        throwIfInterrupted(me);
        run.passTime(until);
    }

    /**
     * Interrupt a thread.
     *
     * @param me who interrupts
     * @param thread whom
     * @param label where
     */
    public void interrupt(Participant me, Thread thread, String label) {
        if (label.isEmpty()) {
            run.stopIfEnded(me);
        } else {
            run.arrive(me, label, Giving.STEP);
        }
        Participant other = run.of(thread);
        if (other == null) {
            thread.interrupt();
        } else {
            run.history().note(me, Deed.THREAD, label, null).value("interrupts " + other.name);
            other.interrupted = true;
            run.history().order(me, other, INTERRUPT, true, true);
        }
    }

    /**
     * Ask whether a thread was interrupted.
     *
     * @param me who asks
     * @param thread about whom
     * @param clear whether to forget it
     * @param label where; empty within the JDK
     * @return whether it was
     */
    public boolean interrupted(Participant me, Thread thread, boolean clear, String label) {
        if (label.isEmpty()) {
            run.stopIfEnded(me);
        } else {
            run.arrive(me, label, Giving.STEP);
        }
        Participant other = run.of(thread);
        if (other == null) {
            return thread.isInterrupted();
        }
        run.history().order(me, other, INTERRUPT, true, clear);
        boolean interrupted = other.interrupted;
        other.interrupted = interrupted && !clear;
        return interrupted;
    }

    /**
     * Ask whether a thread has started and not ended.
     *
     * @param me who asks
     * @param thread about whom
     * @param label where
     * @return whether it has
     */
    public boolean alive(Participant me, Thread thread, String label) {
        if (!label.isEmpty()) {
            run.arrive(me, label, Giving.STEP);
        }
        Participant other = run.of(thread);
        if (other == null) {
            me.past = Location.mix(me.past, NOT_STARTED);
            return thread.isAlive();
        }
        if (other.done) {
            me.clock.learn(other.clock);
        }
        run.history().contest(END);
        me.past = Location.mix(me.past, other.done ? other.past : STILL_ALIVE);
        return !other.done;
    }

    /**
     * Ask for the state of a thread. While another runs, that is not controlled: it waits for its turn, and not as it says.
     *
     * @param me who asks
     * @param thread about whom
     * @param label where
     * @return its state
     */
    public Thread.State state(Participant me, Thread thread, String label) {
        boolean alive = alive(me, thread, label);
        Participant other = run.of(thread);
        if (other == null || other == me) {
            return thread.getState();
        }
        if (alive) {
            run.finish(new End.Uncontrolled("Thread.getState of %s while it runs, called at %s"
                    .formatted(other.name, Label.of(label).where())));
            run.stopIfEnded(me);
        }
        return Thread.State.TERMINATED;
    }

    /**
     * Read the schedule's own clock, which moves on a little.
     *
     * @return nanoseconds
     */
    public long nanos() {
        run.passTime(run.now() + 1_000);
        return run.now();
    }

    /**
     * Play the body of a thread that was started by {@link #start}; called on that thread. Called by one who takes part
     * already, it is a call like any other.
     *
     * @param body the thread's own
     */
    public void play(Runnable body) {
        Participant me = run.of(Thread.currentThread());
        if (me == null || me == Participant.current()) {
            body.run();
        } else {
            Bodies.play(me, () -> Bodies.handle(body));
        }
    }

    static void throwIfInterrupted(Participant me) throws InterruptedException {
        if (me.interrupted) {
            me.interrupted = false;
            me.run.history().order(me, me, INTERRUPT, true, true);
            throw new InterruptedException();
        }
    }
}
