package io.github.acrossexecutors.explorer.hook;

import io.github.acrossexecutors.explorer.control.Participant;
import io.github.acrossexecutors.explorer.control.Policy.Giving;
import io.github.acrossexecutors.explorer.trace.Deed;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collections, maps and arrays that the subject hands to the JDK: {@code new ArrayList<>(items)}, {@code Arrays.fill}. */
public final class ArgumentHooks {

    /** Of longer arrays, the rest is not looked at. */
    private static final int MOST_ELEMENTS = 1_000;

    private static final List<String> READERS = List.of("toArray", "iterator", "entrySet", "forEach");

    private ArgumentHooks() {}

    /**
     * A constructor or a static method is about to use an argument.
     *
     * @param argument what
     * @param write whether it is changed
     * @param label class, method and place
     */
    public static void used(@Nullable Object argument, boolean write, String label) {
        Participant me = Callers.me();
        if (me == null || argument == null) {
            return;
        }
        if (argument.getClass().isArray()) {
            elements(me, argument, 0, Array.getLength(argument), write, label);
        } else if (isContainer(argument)) {
            container(me, Backing.inherited(me, argument, ""), write, label);
        }
    }

    /**
     * A static method is about to use a part of an array.
     *
     * @param array the array
     * @param from the first index
     * @param to the index after the last
     * @param write whether it is changed
     * @param label class, method and place
     */
    public static void part(@Nullable Object array, int from, int to, boolean write, String label) {
        Participant me = Callers.me();
        if (me != null && array != null && array.getClass().isArray()) {
            elements(me, array, from, to, write, label);
        }
    }

    /**
     * {@link System#arraycopy} is about to be called.
     *
     * @param source from where
     * @param from the first index there
     * @param target to where
     * @param to the first index there
     * @param length how many elements
     * @param label class, method and place
     */
    public static void copied(
            @Nullable Object source, int from, @Nullable Object target, int to, int length, String label) {
        part(source, from, from + length, false, label);
        part(target, to, to + length, true, label);
    }

    /** What the subject reads by its own methods is seen in these. */
    private static boolean isContainer(Object argument) {
        return (argument instanceof Collection || argument instanceof Map)
                && READERS.stream().noneMatch(method -> Inheritance.overrides(argument.getClass(), method));
    }

    private static void container(Participant me, Backing backing, boolean write, String label) {
        switch (backing.kind()) {
            case SYNCHRONIZER -> me.run().arrive(me, label, Giving.STEP);
            case MONITOR -> {
                me.run().arrive(me, label, Giving.STEP);
                backing.pass(me, () -> backing.use(me, write, label));
            }
            case DATA -> {
                if (me.isQuiet()) {
                    return;
                }
                me.run().arriveAtData(me, label, backing.known());
                backing.use(me, write, label);
            }
            case ATOMIC, UNKNOWN -> {
                return;
            }
        }
        note(me, label);
    }

    private static void elements(Participant me, Object array, int from, int to, boolean write, String label) {
        int end = Math.min(Math.min(to, Array.getLength(array)), Math.max(0, from) + MOST_ELEMENTS);
        if (me.isQuiet() || from >= end) {
            return;
        }
        String known = array.getClass().getSimpleName();
        me.run().arriveAtData(me, label, known);
        for (int i = Math.max(0, from); i < end; i++) {
            me.run().history().use(me, array, i, label, known, write);
        }
        note(me, label);
    }

    private static void note(Participant me, String label) {
        me.run().history().note(me, Deed.CALL, label, null);
        me.last(null);
    }
}
