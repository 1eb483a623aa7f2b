package io.github.acrossexecutors.runner.watch;

import io.github.acrossexecutors.runner.page.Page;
import java.util.Optional;

/** One thing a learner can look at: what it shows, and what keys do there. */
interface View {

    /**
     * What it shows.
     *
     * @param columns how wide
     * @param rows how many lines can be seen at once; more can be scrolled to
     */
    Page body(int columns, int rows);

    /** The line below: which keys there are, or what is being typed. */
    String keys();

    /** Takes a key, and says what is looked at then; empty if the learner leaves. */
    Optional<View> press(Key key);

    /** The line above the keys: what is being done. */
    default String status(Seat seat) {
        return seat.busy() ? "Judging ... " + seat.busyFor().toSeconds() + " s" : "";
    }

    /** The line, from 0, that must be seen. */
    default int focus() {
        return 0;
    }
}
