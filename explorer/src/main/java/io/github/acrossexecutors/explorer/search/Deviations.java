package io.github.acrossexecutors.explorer.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule: where it departs from what happens if nobody interferes. Schedules that begin alike share the beginning.
 *
 * @param before the departures before the last one; {@code null} for the schedule without any
 * @param arrival at which arrival the last one is
 * @param participant who gets the turn there
 * @param preemptions how many departures took the turn from one who could have gone on
 */
record Deviations(@Nullable Deviations before, int arrival, int participant, int preemptions) {

    private static final String PREFIX = "0x";
    private static final int PARTICIPANTS = 64;
    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;
    private static final int MOST_BITS = 42;

    static final Deviations NONE = new Deviations(null, 0, 0, 0);

    Deviations and(int at, int who, int cost) {
        return new Deviations(this, at, who, preemptions + cost);
    }

    /** The departures, first one first. */
    List<Deviations> inOrder() {
        Deque<Deviations> order = new ArrayDeque<>();
        for (Deviations each = this; each.before != null; each = each.before) {
            order.addFirst(each);
        }
        return new ArrayList<>(order);
    }

    /** As a number: the distances between departures and who got the turn, seven bits a byte; then the preemptions. */
    String number() {
        StringBuilder hex = new StringBuilder(PREFIX);
        int last = 0;
        for (Deviations each : inOrder()) {
            long value = (long) (each.arrival - last) * PARTICIPANTS + each.participant;
            last = each.arrival;
            for (; value > SEVEN_BITS; value >>>= 7) {
                hex.append("%02x".formatted((value & SEVEN_BITS) | MORE));
            }
            hex.append("%02x".formatted(value));
        }
        return hex.append(before == null ? "0" : "")
                .append('.')
                .append(preemptions)
                .toString();
    }

    /**
     * Read what {@link #number()} wrote.
     *
     * @throws IllegalArgumentException if it did not
     */
    static Deviations parse(String number) {
        if (!number.matches("0x(0|([0-9a-f]{2})+)\\.[0-9]{1,3}")) {
            throw refusal(number);
        }
        int dot = number.indexOf('.');
        int preemptions = Integer.parseInt(number.substring(dot + 1));
        Deviations read = departures(number, dot);
        return read.before == null ? NONE : new Deviations(read.before, read.arrival, read.participant, preemptions);
    }

    private static Deviations departures(String number, int end) {
        Deviations read = NONE;
        long value = 0;
        int shift = 0;
        for (int i = PREFIX.length(); i + 1 < end; i += 2) {
            int part = Integer.parseInt(number.substring(i, i + 2), 16);
            value |= (long) (part & SEVEN_BITS) << shift;
            shift += 7;
            long arrival = read.arrival + value / PARTICIPANTS;
            if (shift > MOST_BITS || arrival > Integer.MAX_VALUE) {
                throw refusal(number);
            }
            if ((part & MORE) == 0) {
                read = read.and((int) arrival, (int) (value % PARTICIPANTS), 0);
                value = 0;
                shift = 0;
            }
        }
        if (shift != 0) {
            throw refusal(number);
        }
        return read;
    }

    private static IllegalArgumentException refusal(String number) {
        return new IllegalArgumentException(
                "\"%s\" is no schedule's number: one looks like 0x8a01c204.2".formatted(number));
    }
}
