package io.github.acrossexecutors.explorer.hook;

import io.github.acrossexecutors.explorer.control.Participant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Views that the subject gets from collections and maps. */
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
            "sequencedEntrySet");

    private ViewHooks() {}

    /**
     * Tell whether a method may return a view.
     *
     * @param method its name
     * @return whether it may
     */
    public static boolean makes(String method) {
        return MAKERS.contains(method);
    }

    /**
     * A method that makes views has returned.
     *
     * @param made what it returned
     * @param receiver what was called
     */
    public static void made(@Nullable Object made, @Nullable Object receiver) {
        Participant me = Participant.current();
        if (me != null && made != null && receiver != null) {
            Backing shown = Backing.of(me, receiver);
            if (shown.kind() == Receivers.MONITOR) {
                me.run().history().views().add(made, shown.shownBy(true));
            }
        }
    }
}
