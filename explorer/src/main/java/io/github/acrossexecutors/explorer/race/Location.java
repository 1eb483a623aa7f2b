package io.github.acrossexecutors.explorer.race;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object, an element of an array, a monitor, a library's object: all that participants can influence each
 * other through.
 *
 * <p>Beside the accesses, a location keeps a hash of its last write and of the reads since. A participant that mixes those
 * into a hash of its own past gets the same number in all schedules that differ in the order of independent steps alone.
 */
public final class Location {

    private final Clock released = new Clock();
    private final List<Access> reads = new ArrayList<>(2);
    private @Nullable Access write;
    private long writeHash;
    private long readsHash;

    Location() {}

    /**
     * Use it.
     *
     * @param access the use
     * @param name what the location is called
     * @param clock what the participant knows
     * @return the race, if there is one
     */
    public @Nullable Race use(Access access, String name, Clock clock) {
        Race race = null;
        if (write != null && write.isUnknownTo(access, clock)) {
            race = new Race(name, write, access);
        }
        if (!access.write()) {
            reads.removeIf(read -> read.participant() == access.participant()
                    && read.mode() == access.mode()
                    && (read.tentative() || !access.tentative()));
            reads.add(access);
            return race;
        }
        for (Access read : reads) {
            if ((race == null || race.isTentative()) && read.isUnknownTo(access, clock)) {
                race = new Race(name, read, access);
            }
        }
        reads.clear();
        write = access;
        return race;
    }

    /**
     * Let a participant learn all that was known to those who released.
     *
     * @param clock the participant's
     */
    public void acquire(Clock clock) {
        clock.learn(released);
    }

    /**
     * Hand over what a participant knows to those who will acquire.
     *
     * @param clock the participant's
     * @param participant who
     */
    public void release(Clock clock, int participant) {
        released.learn(clock);
        clock.tick(participant);
    }

    /**
     * Mix a read into a participant's past.
     *
     * @param past the hash of it
     * @return its new hash
     */
    public long read(long past) {
        long next = mix(past, writeHash);
        readsHash += next;
        return next;
    }

    /**
     * Mix a write into a participant's past.
     *
     * @param past the hash of it
     * @return its new hash
     */
    public long write(long past) {
        writeHash = mix(mix(past, writeHash), readsHash + 1);
        readsHash = 0;
        return writeHash;
    }

    /**
     * Mix two hashes into one, the order mattering (the finalizer of MurmurHash3).
     *
     * @param a one
     * @param b the other
     * @return both
     */
    public static long mix(long a, long b) {
        long h = a * 0x9E3779B97F4A7C15L + b;
        h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
        h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return h ^ (h >>> 33);
    }
}
