package io.github.acrossexecutors.explorer.search;

import io.github.acrossexecutors.explorer.control.Policy.Giving;
import io.github.acrossexecutors.explorer.control.Policy.Turn;
import io.github.acrossexecutors.explorer.race.Location;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The schedules that are still to be run: fewest preemptions first, and among those the ones found first.
 *
 * <p>Reduction: two beginnings that differ in the order of independent steps alone have the same hash, and so the same
 * state; a way to go on from there is followed once, at the lowest price (the happens-before cache of Musuvathi and Qadeer,
 * "Partial-order reduction for context-bounded state exploration", 2007).
 */
final class Frontier {

    private final List<Deque<Deviations>> byPreemptions = new ArrayList<>();
    private final Map<Long, Integer> followed = new HashMap<>();
    private final int most;
    private boolean leftOut;

    Frontier(int most) {
        this.most = most;
        for (int i = 0; i <= most; i++) {
            byPreemptions.add(new ArrayDeque<>());
        }
        byPreemptions.getFirst().add(Deviations.NONE);
    }

    @Nullable
    Deviations poll() {
        for (Deque<Deviations> same : byPreemptions) {
            Deviations next = same.poll();
            if (next != null) {
                return next;
            }
        }
        return null;
    }

    /** Whether a schedule was left out for its preemptions. */
    boolean leftOut() {
        return leftOut;
    }

    void add(Deviations from, List<Turn> turns) {
        for (Turn turn : turns) {
            for (long rest = turn.enabled(); rest != 0; rest &= rest - 1) {
                add(from, turn, Long.numberOfTrailingZeros(rest));
            }
        }
    }

    private void add(Deviations from, Turn turn, int participant) {
        boolean stays = participant == turn.previous();
        if (participant == turn.usual()) {
            return;
        }
        boolean preempts = turn.giving() == Giving.STEP || (stays && turn.giving() == Giving.YIELD);
        Deviations schedule = from.and(turn.arrival(), participant, preempts ? 1 : 0);
        long way = Location.mix(Location.mix(turn.state(), turn.previous()), participant);
        int price = followed.getOrDefault(way, Integer.MAX_VALUE);
        if (schedule.preemptions() >= price) {
            return;
        }
        if (schedule.preemptions() > most) {
            leftOut = true;
            return;
        }
        followed.put(way, schedule.preemptions());
        byPreemptions.get(schedule.preemptions()).add(schedule);
    }
}
