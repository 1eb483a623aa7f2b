package io.github.acrossexecutors.explorer.control;

/** Unwinds a thread of a schedule that has ended. Never reported. */
public final class Stop extends Error {

    private static final long serialVersionUID = 1;

    Stop() {
        super("the schedule has ended", null, false, false);
    }
}
