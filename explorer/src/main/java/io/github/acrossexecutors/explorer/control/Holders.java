package io.github.acrossexecutors.explorer.control;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** Finds out who holds what another one waits for. */
final class Holders {

    private static final int NOBODY = -1;
    private static final String OWNABLE = "AbstractOwnableSynchronizer";

    private Holders() {}

    static int of(Run run, Waiting waiting) {
        Object on = waiting.on();
        return switch (waiting.manner()) {
            case MONITOR, NOTIFICATION ->
                index(on == null ? null : run.monitors().ownerOf(on));
            case THREAD -> on instanceof Thread thread ? index(run.of(thread)) : NOBODY;
            case PARKED -> index(run.of(exclusiveOwner(on)));
        };
    }

    /** What a synchronizer's own class keeps to itself; copies of it lie in no closed module. */
    private static @Nullable Thread exclusiveOwner(@Nullable Object synchronizer) {
        for (Class<?> type = synchronizer == null ? null : synchronizer.getClass();
                type != null;
                type = type.getSuperclass()) {
            if (type.getSimpleName().equals(OWNABLE)) {
                return ownerIn(type, synchronizer);
            }
        }
        return null;
    }

    private static @Nullable Thread ownerIn(Class<?> type, @Nullable Object synchronizer) {
        try {
            Field owner = type.getDeclaredField("exclusiveOwnerThread");
            owner.setAccessible(true);
            return (Thread) owner.get(synchronizer);
        } catch (ReflectiveOperationException unknown) {
            return null;
        }
    }

    private static int index(@Nullable Participant participant) {
        return participant == null ? NOBODY : participant.index;
    }
}
