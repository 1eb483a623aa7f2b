package koans.c99_fixture;

import koans.api.NotYetWritten;
import koans.api.Seam;

/**
 * 9902 Keep count
 *
 * Two doors lead into a hall,
 * and each door counts whoever comes in.
 * Both write on the same slate.
 *
 * 1. Nobody who comes in is forgotten.
 *
 * Off limits: Leave the call of seam.pass() between reading and writing.
 */
public final class K9902KeepCount {

    private final Seam seam;
    private int count;

    public K9902KeepCount(Seam seam) {
        this.seam = seam;
    }

    public void comeIn() {
        // TODO
        throw new NotYetWritten("read the count, pass the seam, write it");
    }

    public int count() {
        return count;
    }
}
