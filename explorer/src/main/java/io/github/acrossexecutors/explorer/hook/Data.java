package io.github.acrossexecutors.explorer.hook;

import io.github.acrossexecutors.explorer.control.Participant;
import io.github.acrossexecutors.explorer.control.Policy.Giving;
import io.github.acrossexecutors.explorer.control.Run;
import io.github.acrossexecutors.explorer.trace.Deed;
import io.github.acrossexecutors.explorer.trace.Entry;
import io.github.acrossexecutors.explorer.trace.Label;
import org.jspecify.annotations.Nullable;

/**
 * Fields and elements of the subject. Called before each access.
 *
 * <p>What an access that ends in an exception would have done is noted all the same: {@code null.field} reads.
 */
public final class Data {

    private Data() {}

    /**
     * A plain field is about to be read.
     *
     * @param owner the object, or the class of a static field
     * @param label the field and the place
     */
    public static void read(@Nullable Object owner, String label) {
        plain(owner, label, false, null);
    }

    /**
     * A plain field is about to be written.
     *
     * @param owner the object, or the class of a static field
     * @param value the value, boxed
     * @param label the field and the place
     */
    public static void write(@Nullable Object owner, @Nullable Object value, String label) {
        plain(owner, label, true, value);
    }

    private static void plain(@Nullable Object owner, String label, boolean write, @Nullable Object value) {
        Participant me = Callers.me();
        if (me == null || owner == null || me.isQuiet()) {
            return;
        }
        String name = Label.nameIn(label);
        Run run = me.run();
        run.arriveAtData(me, label, name);
        run.history().use(me, owner, name, label, name, write);
        note(me, owner, label, write, value);
    }

    /**
     * A volatile field is about to be read.
     *
     * @param owner the object, or the class of a static field
     * @param label the field and the place; within the JDK the field alone
     */
    public static void volatileRead(@Nullable Object owner, String label) {
        Participant me = Callers.me();
        if (me != null && owner != null) {
            me.run().arrive(me, label, Giving.STEP);
            String name = Label.nameIn(label);
            me.run().history().readAtomically(me, owner, name, label, name, true);
            note(me, owner, label, false, null);
        }
    }

    /**
     * A volatile field is about to be written.
     *
     * @param owner the object, or the class of a static field
     * @param value the value, boxed
     * @param label the field and the place
     */
    public static void volatileWrite(@Nullable Object owner, @Nullable Object value, String label) {
        Participant me = Callers.me();
        if (me != null && owner != null) {
            me.run().arrive(me, label, Giving.STEP);
            String name = Label.nameIn(label);
            me.run().history().writeAtomically(me, owner, name, label, name, false, true);
            note(me, owner, label, true, value);
        }
    }

    /**
     * An element is about to be read.
     *
     * @param array the array
     * @param index of the element
     * @param label the place
     */
    public static void elementRead(@Nullable Object array, int index, String label) {
        element(array, index, label, false, null);
    }

    /**
     * An element is about to be written.
     *
     * @param array the array
     * @param index of the element
     * @param value the value, boxed
     * @param label the place
     */
    public static void elementWrite(@Nullable Object array, int index, @Nullable Object value, String label) {
        element(array, index, label, true, value);
    }

    private static void element(
            @Nullable Object array, int index, String label, boolean write, @Nullable Object value) {
        Participant me = Callers.me();
        if (me == null || array == null || me.isQuiet()) {
            return;
        }
        String known = array.getClass().getSimpleName();
        String text = new Label(
                        known.replace("[]", "[" + index + "]"), Label.of(label).where())
                .text();
        me.run().arriveAtData(me, text, known);
        me.run().history().use(me, array, index, text, known, write);
        note(me, array, text, write, value);
    }

    private static void note(Participant me, Object owner, String label, boolean write, @Nullable Object value) {
        Entry entry = me.run().history().note(me, write ? Deed.WRITE : Deed.READ, label, owner);
        if (write) {
            entry.value(value);
        }
        me.last(write ? null : entry);
    }

    /**
     * The last step read or returned this.
     *
     * @param value the value, boxed
     */
    public static void saw(@Nullable Object value) {
        Participant me = Participant.current();
        if (me != null) {
            me.saw(value);
        }
    }

    /**
     * A volatile field of the JDK's is about to be read.
     *
     * @param owner the object, or the class of a static field
     * @param name of the field
     */
    public static void innerRead(@Nullable Object owner, String name) {
        inner(owner, name, true, false);
    }

    /**
     * A volatile field of the JDK's is about to be written.
     *
     * @param owner the object, or the class of a static field
     * @param name of the field
     */
    public static void innerWrite(@Nullable Object owner, String name) {
        inner(owner, name, false, true);
    }

    static void inner(@Nullable Object owner, Object name, boolean acquires, boolean releases) {
        Participant me = Participant.current();
        if (me != null && owner != null) {
            me.run().stopIfEnded(me);
            me.run().history().order(me, owner, name, acquires, releases);
        }
    }

    /**
     * A class initializer begins. Other threads that come to the class would be blocked by the JVM, so the turn is not given
     * away; and what an initializer writes is ordered before all that they do with the class, so it is no step.
     */
    public static void initializerBegins() {
        Participant me = Participant.current();
        if (me != null) {
            me.beQuiet();
        }
    }

    /** A class initializer ends. */
    public static void initializerEnds() {
        Participant me = Participant.current();
        if (me != null) {
            me.speakAgain();
        }
    }
}
