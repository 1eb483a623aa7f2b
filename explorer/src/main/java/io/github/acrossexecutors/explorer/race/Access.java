package io.github.acrossexecutors.explorer.race;

/**
 * One use of a location.
 *
 * @param participant by whom
 * @param moment at which moment of its clock
 * @param label where in the source
 * @param write whether it wrote
 * @param tentative whether what it read is looked at again before it is used
 */
public record Access(int participant, int moment, String label, boolean write, boolean tentative) {

    boolean isUnknownTo(int other, Clock clock) {
        return participant != other && moment > clock.now(participant);
    }
}
