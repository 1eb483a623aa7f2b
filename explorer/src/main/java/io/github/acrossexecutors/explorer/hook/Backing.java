package io.github.acrossexecutors.explorer.hook;

import io.github.acrossexecutors.explorer.control.Participant;
import io.github.acrossexecutors.explorer.control.Views;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a call comes to: the object that is called or, where that is a view, what it shows.
 *
 * @param kind how it may be shared
 * @param receiver what is called
 * @param contents whose contents are used
 * @param guard whose monitor the call enters, if any
 */
record Backing(
        Receivers kind,
        Object receiver,
        Object contents,
        @Nullable Object guard) {

    private static final String CONTENTS = "contents";

    /** A call of a method by its name, which the subject may have overridden. */
    static Backing of(Participant me, Object receiver, String method) {
        return Inheritance.overrides(receiver.getClass(), method)
                ? new Backing(Receivers.UNKNOWN, receiver, receiver, null)
                : inherited(me, receiver, method);
    }

    /** A call of the JDK's own method. */
    static Backing inherited(Participant me, Object receiver, String method) {
        Views.View view = me.run().history().views().of(receiver);
        Object contents = view == null ? receiver : view.contents();
        Receivers kind = Receivers.of(contents);
        Object guard = view != null ? view.guard() : kind == Receivers.MONITOR ? receiver : null;
        if (kind.isData()) {
            kind = guard == null || Receivers.isUnguarded(receiver, method) ? Receivers.DATA : Receivers.MONITOR;
        }
        return new Backing(kind, receiver, contents, guard);
    }

    /** Note a call within the monitor that it enters. */
    void pass(Participant me, Runnable call) {
        me.run().monitors().pass(me, Objects.requireNonNull(guard), call);
    }

    /** Under which name a race for the contents is kept. */
    String known() {
        Class<?> type = contents.getClass();
        return type.isAnonymousClass() ? type.getSuperclass().getSimpleName() : type.getSimpleName();
    }

    /**
     * Use the contents. An entry's value is the entry's own, and yet the entry may not be used while others change the map.
     */
    void use(Participant me, boolean write, String label) {
        if (me.isQuiet()) {
            return;
        }
        boolean entry = receiver instanceof Map.Entry;
        if (entry) {
            me.run().history().use(me, receiver, CONTENTS, label, known(), write);
        }
        me.run().history().use(me, contents, CONTENTS, label, known(), write && !entry);
    }
}
