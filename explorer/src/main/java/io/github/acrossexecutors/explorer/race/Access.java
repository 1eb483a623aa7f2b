package io.github.acrossexecutors.explorer.race;

/**
 * One use of a location.
 *
 * @param participant by whom
 * @param moment at which moment of its clock
 * @param label where in the source
 * @param mode in which way
 * @param write whether it wrote
 * @param tentative whether what it read is looked at again before it is used
 */
public record Access(int participant, int moment, String label, Mode mode, boolean write, boolean tentative) {

    /** In which way a location is used. */
    public enum Mode {
        /** As a field that is not volatile, an element, or something else that nothing guards. */
        PLAIN,
        /** Through a handle that could do more than its {@code get} and {@code set}: on purpose. */
        HANDLE,
        /** As a volatile field, or through a handle in any other mode. */
        ATOMIC
    }

    boolean isUnknownTo(Access later, Clock clock) {
        return participant != later.participant
                && moment > clock.now(participant)
                && !(mode == Mode.ATOMIC && later.mode == Mode.ATOMIC);
    }

    /** Whether this one and a handle's other modes are meant to go together. */
    boolean isOnPurposeBeside(Access other) {
        return mode == Mode.HANDLE && other.mode == Mode.ATOMIC;
    }
}
