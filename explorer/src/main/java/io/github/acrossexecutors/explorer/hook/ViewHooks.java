package io.github.acrossexecutors.explorer.hook;

import io.github.acrossexecutors.explorer.control.Participant;
import io.github.acrossexecutors.explorer.control.Views.View;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Views that the subject gets from collections and maps: what they show is used whenever they are. */
public final class ViewHooks {

    private static final Set<String> MAKERS = Set.of(
            "keySet",
            "values",
            "entrySet",
            "subList",
            "subSet",
            "headSet",
            "tailSet",
            "subMap",
            "headMap",
            "tailMap",
            "reversed",
            "descendingMap",
            "descendingSet",
            "navigableKeySet",
            "descendingKeySet",
            "sequencedKeySet",
            "sequencedValues",
            "sequencedEntrySet",
            "iterator",
            "listIterator",
            "descendingIterator",
            "keys",
            "elements");
    private static final Set<String> STEPS = Set.of("next", "previous", "nextElement");

    private ViewHooks() {}

    /**
     * Tell whether a method may return a view.
     *
     * @param method its name
     * @return whether it may
     */
    public static boolean makes(String method) {
        return MAKERS.contains(method) || STEPS.contains(method);
    }

    /**
     * A method that makes views has returned.
     *
     * @param made what it returned
     * @param receiver what was called
     * @param method the method's name
     */
    public static void made(@Nullable Object made, @Nullable Object receiver, String method) {
        Participant me = Participant.current();
        if (me == null
                || made == null
                || receiver == null
                || !made.getClass().getName().startsWith("java.util.")) {
            return;
        }
        Backing shown = Backing.inherited(me, receiver, "");
        if (shown.kind().isData() && (MAKERS.contains(method) || isEntry(made, shown.contents()))) {
            boolean guarded = !(made instanceof Iterator) || method.equals("keys") || method.equals("elements");
            me.run().history().views().add(made, new View(shown.contents(), guarded ? shown.guard() : null));
        }
    }

    /**
     * A collection or a map has been wrapped: {@code Collections.unmodifiableList(items)}. Calls of what the subject made
     * itself come back to the subject, and are seen there.
     *
     * @param made the wrapper
     * @param wrapped what is in it
     */
    public static void wrapped(@Nullable Object made, @Nullable Object wrapped) {
        Participant me = Participant.current();
        if (me == null || made == null || wrapped == null || Inheritance.isSubjects(wrapped.getClass())) {
            return;
        }
        Backing shown = Backing.inherited(me, wrapped, "");
        boolean guards = Receivers.of(made) == Receivers.MONITOR;
        boolean shows = guards ? shown.kind().isData() : shown.kind() != Receivers.UNKNOWN;
        if (shows) {
            me.run().history().views().add(made, new View(shown.contents(), guards ? made : shown.guard()));
        }
    }

    /** What an iterator returns is an element, unless it is an entry that a map is made of. */
    private static boolean isEntry(Object made, Object contents) {
        return made instanceof Map.Entry && contents instanceof Map;
    }
}
