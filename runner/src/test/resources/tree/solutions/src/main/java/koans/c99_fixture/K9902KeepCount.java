package koans.c99_fixture;

import koans.api.Seam;

/** Counts who comes in through two doors. */
public final class K9902KeepCount {

    private final Seam seam;
    private int count;

    public K9902KeepCount(Seam seam) {
        this.seam = seam;
    }

    public synchronized void comeIn() {
        int read = count;
        seam.pass();
        count = read + 1;
    }

    public synchronized int count() {
        return count;
    }
}
