package io.github.acrossexecutors.explorer.hook;

import io.github.acrossexecutors.explorer.control.Participant;
import org.jspecify.annotations.Nullable;

/** Finds the participant that the calling thread is, or reports that it is none. */
final class Callers {

    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private Callers() {}

    static @Nullable Participant me() {
        Participant me = Participant.current();
        if (me == null) {
            report();
        }
        return me;
    }

    private static void report() {
        STACK.walk(frames -> frames.map(frame -> frame.getDeclaringClass().getClassLoader())
                        .filter(Watched.class::isInstance)
                        .map(Watched.class::cast)
                        .findFirst())
                .ifPresent(loader -> loader.stranger(Thread.currentThread()));
    }
}
