package io.github.acrossexecutors.explorer.control;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a schedule ended. */
public sealed interface End {

    /** All parts were played and the check found nothing. */
    record Completed() implements End {}

    /**
     * Somebody threw.
     *
     * @param participant who; {@link Run#STAGE} for constructor and check
     * @param thrown what
     * @param inCheck whether the check did
     */
    record Threw(int participant, Throwable thrown, boolean inCheck) implements End {}

    /**
     * How a throwable ends a schedule: what comes of the explorer's own rewriting is not held against the subject.
     *
     * @param participant who threw
     * @param thrown what
     * @param inCheck whether the check did
     * @return the end
     */
    static End of(int participant, Throwable thrown, boolean inCheck) {
        boolean replaced = thrown instanceof ClassCastException
                && String.valueOf(thrown.getMessage()).contains("explored.");
        return replaced || thrown instanceof IncompatibleClassChangeError || thrown instanceof VerifyError
                ? new Uncontrolled(
                        "classes of java.util.concurrent that wait are replaced by copies, and that does not go"
                                + " together with " + thrown)
                : new Threw(participant, thrown, inCheck);
    }

    /**
     * Somebody waits, and nobody is left who could go on.
     *
     * @param waits who waits for what
     */
    record Stuck(List<Wait> waits) implements End {}

    /**
     * The schedule had more steps than it may have.
     *
     * @param participant who took the last one
     * @param label where: the text of a label
     */
    record CutOff(int participant, String label) implements End {}

    /**
     * Something happened that cannot be steered.
     *
     * @param reason what
     */
    record Uncontrolled(String reason) implements End {}

    /**
     * The schedule asked for somebody who could not go on.
     *
     * @param difference what differed
     */
    record Diverged(String difference) implements End {}

    /**
     * One who waits.
     *
     * @param participant who
     * @param manner in which way
     * @param on for what
     * @param holder who holds it, or -1
     * @param label where: the text of a label
     */
    record Wait(
            int participant,
            Waiting.Manner manner,
            @Nullable Object on,
            int holder,
            String label) {}
}
