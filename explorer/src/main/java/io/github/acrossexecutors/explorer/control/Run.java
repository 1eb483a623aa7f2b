package io.github.acrossexecutors.explorer.control;

import io.github.acrossexecutors.explorer.control.Policy.Giving;
import io.github.acrossexecutors.explorer.race.Location;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One schedule, from the scenario's constructor to its last check.
 *
 * <p>Protocol: a participant that comes to a step <em>arrives</em>. It asks the policy who goes on; if that is another, it
 * gives that one the turn and waits for its own. So there is no scheduler thread, and going on costs no switch. One that
 * cannot go on says what it waits for, and is asked no more until that is over. When nobody can go on, the schedule's own
 * clock jumps to the next deadline; where there is none, the schedule is stuck, and that is exact: no time was measured.
 *
 * <p>A schedule ends once. Then all gates open, and every thread that comes to a step, or is at one, is unwound by {@link
 * Stop}. From there on threads run side by side, so they touch nothing of this object but {@code end}.
 */
public final class Run {

    /** The participant that makes the scenario and checks it. */
    public static final int STAGE = 0;

    private static final int LONGEST_STREAK = 100;
    private static final int MOST_STOPS = 1_000;
    private static final long ENDED = -2;
    private static final long STAYED = -3;

    final Cast cast = new Cast();
    final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<@Nullable End> end = new AtomicReference<>();
    private final Monitors monitors = new Monitors();
    private final Threads threads = new Threads(this);
    private final History history;
    private final Predicate<String> racing;
    private final Policy policy;
    private final int limit;
    private int arrived;
    /** Written by whoever has the turn, read by the watch. */
    volatile int arrivals;

    volatile Participant turn;

    /**
     * Prepare a schedule.
     *
     * @param racing which plain data the turn may be given away at, by name: what is raced for
     * @param policy who decides
     * @param limit after how many arrivals it is cut off
     */
    @SuppressWarnings("NullAway.Init") // the stage gets the first turn before anything reads it
    public Run(Predicate<String> racing, Policy policy, int limit) {
        this.racing = racing;
        this.history = new History(racing);
        this.policy = policy;
        this.limit = limit;
    }

    /**
     * Arrive at a step at which the turn may be given away.
     *
     * @param me who arrives
     * @param label where
     * @param giving why
     */
    public void arrive(Participant me, String label, Giving giving) {
        me.at(label);
        count(me);
        if (me.quiet > 0) {
            return;
        }
        if (me.streak >= LONGEST_STREAK) {
            give(me, Giving.YIELD);
        } else {
            give(me, giving);
        }
    }

    /**
     * Arrive at plain data.
     *
     * @param me who arrives
     * @param label what, and where
     * @param name by which it may be known as raced for
     */
    public void arriveAtData(Participant me, String label, String name) {
        me.at(label);
        count(me);
        if (me.quiet > 0) {
            return;
        }
        if (me.streak >= LONGEST_STREAK) {
            give(me, Giving.YIELD);
        } else if (racing.test(name)) {
            give(me, Giving.STEP);
        }
    }

    private void count(Participant me) {
        stopIfEnded(me);
        arrived++;
        arrivals = arrived;
        me.streak++;
        if (arrived > limit) {
            finish(new End.CutOff(me.index, me.label));
            stopIfEnded(me);
        }
    }

    void await(Participant me, Waiting waiting) {
        me.waiting = waiting;
        count(me);
        give(me, Giving.WAIT);
        me.waiting = null;
    }

    private void give(Participant me, Giving giving) {
        long enabled = cast.enabled();
        if (enabled == 0) {
            finish(cast.stuck(this));
        } else if (enabled != 1L << me.index || me.done) {
            int next = policy.choose(new Policy.Turn(arrived, enabled, me.index, giving, cast.state()));
            if (next < 0 || next >= Long.SIZE || (enabled & (1L << next)) == 0) {
                finish(new End.Diverged(nameOf(next) + " could not go on at step " + arrived + ", but could before"));
            } else if (next != me.index) {
                hand(me, cast.get(next));
            } else if (giving != Giving.STEP) {
                me.streak = 0;
                me.past = Location.mix(me.past, STAYED); // else the next such turn would look like this one
            }
        }
        if (!me.done) {
            stopIfEnded(me);
        }
    }

    private void hand(Participant me, Participant next) {
        next.streak = 0;
        turn = next;
        next.giveTurn();
        if (!me.done) {
            me.awaitTurn();
        }
    }

    /**
     * Unwind the calling thread if the schedule has ended.
     *
     * @param me whose thread calls
     */
    public void stopIfEnded(Participant me) {
        if (end.get() == null) {
            return;
        }
        me.stops++;
        if (me.stops > MOST_STOPS) {
            Gates.closeForEver();
        }
        throw new Stop();
    }

    /**
     * End the schedule, if it has not ended yet, and open all gates.
     *
     * @param how how it ended
     */
    public void finish(End how) {
        if (end.compareAndSet(null, how)) {
            ended.countDown();
        }
    }

    Participant add(String name, Thread thread, @Nullable Participant parent) {
        if (cast.isFull()) {
            finish(new End.Uncontrolled("more than 62 threads were started"));
        }
        if (parent != null) {
            stopIfEnded(parent);
        }
        Participant added = new Participant(this, cast.size(), name, thread);
        if (parent != null) {
            added.clock.learn(parent.clock);
            parent.clock.tick(parent.index);
            added.past = Location.mix(parent.past, added.index);
            parent.past = Location.mix(parent.past, -1);
        }
        cast.add(added);
        return added;
    }

    void enter(Participant me) {
        me.bind();
        me.awaitTurn();
        stopIfEnded(me);
    }

    void leave(Participant me) {
        me.done = true;
        if (end.get() == null) {
            if (racing.test(Threads.END)) {
                me.past = Location.mix(me.past, ENDED);
            }
            arrived++;
            arrivals = arrived;
            give(me, Giving.WAIT);
        }
    }

    @Nullable
    Participant of(@Nullable Thread thread) {
        return cast.of(thread);
    }

    long now() {
        return cast.now();
    }

    void passTime(long until) {
        cast.passTime(until);
    }

    @Nullable
    End end() {
        return end.get();
    }

    /**
     * What a participant is called.
     *
     * @param participant its number
     * @return its name
     */
    public String nameOf(int participant) {
        return cast.nameOf(participant);
    }

    /**
     * Who took part, in the order in which they were started. For the time after the schedule.
     *
     * @return the names
     */
    public List<String> names() {
        return cast.names();
    }

    /**
     * What happens in it.
     *
     * @return its history
     */
    public History history() {
        return history;
    }

    /**
     * The monitors.
     *
     * @return the monitors
     */
    public Monitors monitors() {
        return monitors;
    }

    /**
     * The threads.
     *
     * @return the threads
     */
    public Threads threads() {
        return threads;
    }
}
