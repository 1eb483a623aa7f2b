package io.github.acrossexecutors.explorer.control;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The monitor of one object, as the schedule simulates it. */
final class Monitor {

    @Nullable
    Participant owner;

    int entries;
    final Deque<Waiter> waiters = new ArrayDeque<>();

    boolean isFreeFor(Participant participant) {
        return owner == null || owner == participant;
    }

    /** One in the wait set. */
    static final class Waiter {

        final Participant participant;
        boolean notified;

        Waiter(Participant participant) {
            this.participant = participant;
        }
    }
}
