package koans.c02_races;

import koans.api.NotYetWritten;

/**
 * 0201 Lost update
 *
 * count++ looks like one step and is three: read the value, add one, write the result back. We let two threads do
 * that on a plain field, in 160 runs: 159 were right, one had lost a count. That is what makes it dangerous. A test
 * that runs and hopes is green today, and tomorrow too. The test of this koan does not hope. It takes the threads step
 * by step, runs every order in which their steps can come, and shows you the one that breaks your counter.
 *
 * 1. One thread alone counts each of its increments.
 * 2. Two threads increment twice each: all four count, in whatever order their steps come.
 * 3. Whoever asks for the value while another thread counts gets what was counted so far, from 0 up, and never less
 *    than before.
 */
public final class K0201LostUpdate {

    private int value;

    public void increment() {
        // TODO
        throw new NotYetWritten("add one to the value, and lose nobody's count");
    }

    public int value() {
        return value;
    }
}
