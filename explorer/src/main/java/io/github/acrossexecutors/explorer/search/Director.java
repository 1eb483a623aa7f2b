package io.github.acrossexecutors.explorer.search;

import io.github.acrossexecutors.explorer.control.Policy;
import java.util.ArrayList;
import java.util.List;

/** Directs one schedule by its departures, and notes every turn after the last of them. */
final class Director implements Policy {

    private final List<Deviations> departures;
    private final List<Turn> open = new ArrayList<>();
    private int next;

    Director(Deviations schedule) {
        this.departures = schedule.inOrder();
    }

    @Override
    public int choose(Turn turn) {
        if (next == departures.size()) {
            open.add(turn);
            return turn.usual();
        }
        Deviations departure = departures.get(next);
        if (turn.arrival() < departure.arrival()) {
            return turn.usual();
        }
        next++;
        return departure.participant();
    }

    /** Turns at which other schedules could depart from this one. */
    List<Turn> open() {
        return open;
    }

    /** Whether all departures were reached. */
    boolean followed() {
        return next == departures.size();
    }
}
