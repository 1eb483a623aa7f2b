package io.github.acrossexecutors.explorer.control;

import io.github.acrossexecutors.explorer.control.Policy.Giving;
import io.github.acrossexecutors.explorer.trace.Deed;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The monitors of one schedule. Rewritten code enters none of the JVM's, so no thread of a schedule is ever blocked by one.
 *
 * <p>Who is notified is the one who waited longest; who enters a monitor that becomes free is up to the policy.
 */
public final class Monitors {

    private static final String EDGE = "monitor";

    private final IdentityHashMap<Object, Monitor> monitors = new IdentityHashMap<>();

    Monitors() {}

    /**
     * Enter a monitor.
     *
     * @param me who
     * @param object whose monitor
     * @param label where; empty within the JDK
     */
    public void enter(Participant me, Object object, String label) {
        Monitor monitor = of(object);
        if (monitor.owner == me) {
            monitor.entries++;
            return;
        }
        if (label.isEmpty()) {
            me.run.stopIfEnded(me);
        } else {
            me.run.arrive(me, label, Giving.STEP);
        }
        if (monitor.owner != null) {
            me.run.history().note(me, Deed.BLOCK, label, object).value(monitor.owner.name);
        }
        take(me, object, monitor);
        monitor.entries = 1;
        me.run.history().note(me, Deed.LOCK, label, object);
    }

    private static void take(Participant me, Object object, Monitor monitor) {
        while (!monitor.isFreeFor(me)) {
            me.run.await(
                    me, new Waiting(Waiting.Manner.MONITOR, object, () -> monitor.isFreeFor(me), Waiting.FOR_EVER));
        }
        monitor.owner = me;
        me.run.history().order(me, object, EDGE, true, true);
    }

    /**
     * Leave a monitor. Throws nothing when the schedule has ended: the compiler guards the end of a {@code synchronized}
     * block by a handler that tries again for ever.
     *
     * @param me who
     * @param object whose monitor
     * @param label where; empty within the JDK
     */
    public void exit(Participant me, Object object, String label) {
        if (me.run.end() != null) {
            return;
        }
        Monitor monitor = owned(me, object);
        monitor.entries--;
        if (monitor.entries == 0) {
            release(me, object, monitor);
            me.run.history().note(me, Deed.UNLOCK, label, object);
        }
    }

    private static void release(Participant me, Object object, Monitor monitor) {
        monitor.owner = null;
        me.run.history().order(me, object, EDGE, true, true);
    }

    /**
     * Wait for a notification.
     *
     * @param me who
     * @param object whose monitor
     * @param nanos how long, 0 for ever
     * @param label where
     * @throws InterruptedException if interrupted before or meanwhile
     */
    public void await(Participant me, Object object, long nanos, String label) throws InterruptedException {
        me.run.stopIfEnded(me);
        Monitor monitor = owned(me, object);
        me.at(label);
        Threads.throwIfInterrupted(me);
        me.run.history().note(me, Deed.WAIT, label, object);
        final int entries = monitor.entries;
        Monitor.Waiter waiter = new Monitor.Waiter(me);
        monitor.waiters.add(waiter);
        monitor.entries = 0;
        release(me, object, monitor);
        long deadline = nanos == 0 ? Waiting.FOR_EVER : me.run.now() + nanos;
        me.run.await(
                me,
                new Waiting(Waiting.Manner.NOTIFICATION, object, () -> waiter.notified || me.interrupted, deadline));
        monitor.waiters.remove(waiter);
        take(me, object, monitor);
        monitor.entries = entries;
        me.run.history().note(me, Deed.LOCK, label, object);
        if (!waiter.notified) {
            Threads.throwIfInterrupted(me);
        }
    }

    /**
     * Wake those who wait for a notification.
     *
     * @param me who
     * @param object whose monitor
     * @param all whether all or only the first
     * @param label where
     */
    public void signal(Participant me, Object object, boolean all, String label) {
        me.run.stopIfEnded(me);
        Monitor monitor = owned(me, object);
        me.at(label);
        StringBuilder woken = new StringBuilder();
        do {
            Monitor.Waiter waiter = monitor.waiters.poll();
            if (waiter == null) {
                break;
            }
            waiter.notified = true;
            woken.append(woken.isEmpty() ? "" : ", ").append(waiter.participant.name);
        } while (all);
        me.run.history().note(me, Deed.NOTIFY, label, object).value(woken.isEmpty() ? "nobody" : woken.toString());
    }

    /**
     * Wait until a monitor of the JDK's own would be free, and order the call that enters and leaves it.
     *
     * @param me who
     * @param object whose monitor
     * @param call what is noted within the monitor
     */
    public void pass(Participant me, Object object, Runnable call) {
        Monitor monitor = of(object);
        if (monitor.owner == me) {
            call.run();
        } else {
            take(me, object, monitor);
            call.run();
            release(me, object, monitor);
        }
    }

    /**
     * Tell whether a participant is in a monitor.
     *
     * @param me who
     * @param object whose monitor
     * @return whether it is
     */
    public boolean holds(Participant me, Object object) {
        return of(object).owner == me;
    }

    @Nullable
    Participant ownerOf(Object object) {
        return of(object).owner;
    }

    private Monitor owned(Participant me, Object object) {
        Monitor monitor = of(object);
        if (monitor.owner != me) {
            throw new IllegalMonitorStateException("current thread is not owner");
        }
        return monitor;
    }

    private Monitor of(Object object) {
        return monitors.computeIfAbsent(object, any -> new Monitor());
    }
}
