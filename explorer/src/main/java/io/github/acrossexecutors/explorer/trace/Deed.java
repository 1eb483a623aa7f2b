package io.github.acrossexecutors.explorer.trace;

/** What a step did. */
public enum Deed {
    /** Read a field or an element. */
    READ,
    /** Wrote a field or an element. */
    WRITE,
    /** Called a library. */
    CALL,
    /** Came to a monitor and got it. */
    LOCK,
    /** Came to a monitor that another thread held. */
    BLOCK,
    /** Left a monitor. */
    UNLOCK,
    /** Went into a monitor's wait set. */
    WAIT,
    /** Woke threads of a monitor's wait set. */
    NOTIFY,
    /** Parked without a permit. */
    PARK,
    /** Started or joined a thread, slept, yielded. */
    THREAD,
    /** Threw out of its part. */
    THROW
}
