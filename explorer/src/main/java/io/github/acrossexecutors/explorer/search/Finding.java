package io.github.acrossexecutors.explorer.search;

import io.github.acrossexecutors.explorer.message.Fault;
import java.util.Set;

/** What a search found. */
public sealed interface Finding {

    /**
     * No schedule went wrong.
     *
     * @param reached what kept schedules from being run
     * @param cutOff who was where when a schedule was cut off; empty if none was
     */
    record Nothing(Set<Reached> reached, String cutOff) implements Finding {}

    /**
     * A schedule went wrong twice.
     *
     * @param fault how
     * @param number of the schedule
     */
    record Wrong(Fault fault, String number) implements Finding {}

    /**
     * A schedule did what cannot be steered.
     *
     * @param reason what
     */
    record Uncontrolled(String reason) implements Finding {}

    /**
     * A schedule went differently when it was run again.
     *
     * @param difference what differed
     */
    record Undetermined(String difference) implements Finding {}
}
