package io.github.acrossexecutors.explorer.control;

import io.github.acrossexecutors.explorer.race.Location;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a schedule, who of them can go on, and the schedule's own time.
 *
 * <p>Used by whichever thread has the turn; by the thread that explores before and after.
 */
final class Cast {

    private final List<Participant> participants = new ArrayList<>();
    private final IdentityHashMap<Thread, Participant> byThread = new IdentityHashMap<>();
    private long now;

    void add(Participant participant) {
        participants.add(participant);
        byThread.put(participant.thread, participant);
    }

    boolean isFull() {
        return participants.size() == Long.SIZE;
    }

    int size() {
        return participants.size();
    }

    Participant get(int index) {
        return participants.get(index);
    }

    List<Participant> all() {
        return List.copyOf(participants);
    }

    @Nullable
    Participant of(@Nullable Thread thread) {
        return thread == null ? null : byThread.get(thread);
    }

    long now() {
        return now;
    }

    void passTime(long until) {
        now = Math.max(now, until);
    }

    /** Who can go on, bit n for participant n. Where nobody can, time passes to the next deadline. */
    long enabled() {
        long enabled = enabledNow();
        if (enabled == 0) {
            long next = participants.stream()
                    .filter(p -> !p.done && p.waiting != null)
                    .mapToLong(p -> p.waiting.deadline())
                    .min()
                    .orElse(Waiting.FOR_EVER);
            if (next != Waiting.FOR_EVER) {
                now = Math.max(now, next);
                enabled = enabledNow();
            }
        }
        return enabled;
    }

    private long enabledNow() {
        long enabled = 0;
        for (int i = 0; i < participants.size(); i++) {
            Participant each = participants.get(i);
            Waiting waiting = each.waiting;
            if (!each.done
                    && (waiting == null
                            || waiting.deadline() <= now
                            || waiting.over().getAsBoolean())) {
                enabled |= 1L << i;
            }
        }
        return enabled;
    }

    long state() {
        long state = 0;
        for (Participant each : participants) {
            state = Location.mix(state, each.past);
        }
        return state;
    }

    /** Nobody can go on: for ever, unless a thread that cannot be seen wakes one of them. */
    End stuck(Run run) {
        String outside = run.history().outside();
        return outside.isEmpty()
                ? new End.Stuck(waits(run))
                : new End.Uncontrolled(
                        "all wait, and a thread that the explorer cannot see may wake one of them, because of "
                                + outside);
    }

    private List<End.Wait> waits(Run run) {
        List<End.Wait> waits = new ArrayList<>();
        for (Participant each : participants) {
            Waiting waiting = each.waiting;
            if (!each.done && waiting != null && (each.index != Run.STAGE || waiting.on() != null)) {
                waits.add(
                        new End.Wait(each.index, waiting.manner(), waiting.on(), Holders.of(run, waiting), each.label));
            }
        }
        return waits;
    }

    String nameOf(int participant) {
        return participant >= 0 && participant < participants.size()
                ? participants.get(participant).name
                : "thread " + participant;
    }

    List<String> names() {
        return participants.stream().map(each -> each.name).toList();
    }
}
