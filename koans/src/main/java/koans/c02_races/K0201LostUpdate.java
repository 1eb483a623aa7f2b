package koans.c02_races;

import koans.api.NotYetWritten;
import koans.api.Seam;

/**
 * 0201 Lost update
 *
 * count++ looks like one step and is three: read the value, add one, write the result back. We let two threads do
 * that on a plain field, in 160 runs: 159 were right, one had lost a count. That is what makes it dangerous. The test
 * that looks for it is green today, and tomorrow too. So this counter has a seam between its read and its write.
 * There the test holds one thread for as long as it likes and sends in another: what happened once in 160 runs now
 * happens every time.
 *
 * 1. An increment reads the value, passes the seam once, and only then writes the value plus one.
 * 2. When a second thread increments while the first is at the seam, both count.
 * 3. Two threads of 1,000 increments each make exactly 2,000, in each of 20 rounds.
 */
public final class K0201LostUpdate {

    private final Seam seam;
    private int value;

    public K0201LostUpdate(Seam seam) {
        this.seam = seam;
    }

    public void increment() {
        // TODO
        throw new NotYetWritten("read the value, pass the seam, write the value plus one");
    }

    public int value() {
        return value;
    }
}
