package io.github.acrossexecutors.explorer.control;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Why a participant cannot go on.
 *
 * @param manner in which way it waits
 * @param on for what: a monitor's object, a synchronizer, a thread
 * @param over whether it may go on; asked by the thread that gives a turn
 * @param deadline when it goes on anyway, in the schedule's own nanoseconds
 */
public record Waiting(Manner manner, @Nullable Object on, BooleanSupplier over, long deadline) {

    /** A deadline that never comes. */
    public static final long FOR_EVER = Long.MAX_VALUE;

    /** In which way one waits. */
    public enum Manner {
        /** To enter a monitor. */
        MONITOR,
        /** For a notification. */
        NOTIFICATION,
        /** Parked, most often within a synchronizer of the JDK. */
        PARKED,
        /** For the end of a thread. */
        THREAD
    }
}
