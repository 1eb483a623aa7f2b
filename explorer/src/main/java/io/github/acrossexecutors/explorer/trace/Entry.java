package io.github.acrossexecutors.explorer.trace;

import org.jspecify.annotations.Nullable;

/** One step as it was taken; its value may become known after it. */
public final class Entry {

    private final int participant;
    private final Deed deed;
    private final String label;
    private final @Nullable Object owner;
    private @Nullable Object value;
    private boolean valued;

    /**
     * Note a step.
     *
     * @param participant whose
     * @param deed what was done
     * @param label where, and to what: the text of a {@link Label}
     * @param owner the object it was done to
     */
    public Entry(int participant, Deed deed, String label, @Nullable Object owner) {
        this.participant = participant;
        this.deed = deed;
        this.label = label;
        this.owner = owner;
    }

    /**
     * Note the value that was read, written or returned.
     *
     * @param value the value
     */
    public void value(@Nullable Object value) {
        this.value = value;
        this.valued = true;
    }

    /**
     * Whose step.
     *
     * @return the participant's number
     */
    public int participant() {
        return participant;
    }

    /**
     * What was done.
     *
     * @return the deed
     */
    public Deed deed() {
        return deed;
    }

    /**
     * Where and to what.
     *
     * @return the label
     */
    public Label label() {
        return Label.of(label);
    }

    /**
     * The object it was done to.
     *
     * @return the object, a class for static fields
     */
    public @Nullable Object owner() {
        return owner;
    }

    /**
     * What was read, written or returned.
     *
     * @return the value
     */
    public @Nullable Object value() {
        return value;
    }

    /**
     * Tell whether there is a value.
     *
     * @return {@code false} where a step has none
     */
    public boolean valued() {
        return valued;
    }
}
