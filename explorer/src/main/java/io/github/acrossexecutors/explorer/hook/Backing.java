package io.github.acrossexecutors.explorer.hook;

import io.github.acrossexecutors.explorer.control.Participant;
import io.github.acrossexecutors.explorer.control.Views;
import org.jspecify.annotations.Nullable;

/**
 * What a call comes to: the object that is called or, where that is a view, what it shows.
 *
 * @param kind how it may be shared
 * @param contents whose contents are used
 * @param guard whose monitor the call enters, if any
 */
record Backing(Receivers kind, Object contents, @Nullable Object guard) {

    static Backing of(Participant me, Object receiver) {
        Views.View view = me.run().history().views().of(receiver);
        if (view == null) {
            Receivers kind = Receivers.of(receiver);
            return new Backing(kind, receiver, kind == Receivers.MONITOR ? receiver : null);
        }
        Receivers shown = Receivers.of(view.contents());
        return new Backing(shown.isData() ? byGuard(view) : shown, view.contents(), view.guard());
    }

    private static Receivers byGuard(Views.View view) {
        return view.guard() == null ? Receivers.DATA : Receivers.MONITOR;
    }

    Views.View shownBy(boolean guarded) {
        return new Views.View(contents, guarded ? guard : null);
    }
}
