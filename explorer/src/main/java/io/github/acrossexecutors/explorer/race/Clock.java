package io.github.acrossexecutors.explorer.race;

import java.util.Arrays;

/** A vector clock: for each participant, up to which of its moments everything is known to have happened. */
public final class Clock {

    private int[] moments = new int[4];

    /** Begin, knowing of nothing. */
    public Clock() {}

    /**
     * Learn all that another clock knows.
     *
     * @param other the other
     */
    public void learn(Clock other) {
        ensure(other.moments.length);
        for (int i = 0; i < other.moments.length; i++) {
            moments[i] = Math.max(moments[i], other.moments[i]);
        }
    }

    /**
     * Begin a participant's next moment.
     *
     * @param participant whose clock this is
     */
    public void tick(int participant) {
        ensure(participant + 1);
        moments[participant]++;
    }

    /**
     * Tell a participant's moment.
     *
     * @param participant which
     * @return its moment, as far as this clock knows
     */
    public int now(int participant) {
        return participant < moments.length ? moments[participant] : 0;
    }

    private void ensure(int length) {
        if (moments.length < length) {
            moments = Arrays.copyOf(moments, Math.max(length, 2 * moments.length));
        }
    }
}
