package io.github.acrossexecutors.explorer.hook;

import io.github.acrossexecutors.explorer.control.History;
import io.github.acrossexecutors.explorer.control.Participant;
import io.github.acrossexecutors.explorer.control.Policy.Giving;
import io.github.acrossexecutors.explorer.control.Run;
import io.github.acrossexecutors.explorer.trace.Deed;
import io.github.acrossexecutors.explorer.trace.Label;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** Calls of the JDK's classes. Called before each call; a call is one step, whatever it does inside. */
public final class CallHooks {

    private static final String CONTENTS = "contents";

    private CallHooks() {}

    /**
     * The subject is about to call a method of an object of the JDK's.
     *
     * @param receiver the object
     * @param argument the first argument if that is an object
     * @param label class, method and place
     */
    public static void before(@Nullable Object receiver, @Nullable Object argument, String label) {
        Participant me = Callers.me();
        if (me != null && receiver != null) {
            String method = methodIn(label);
            announce(me, Backing.of(me, receiver, method), argument, method, label);
        }
    }

    /**
     * The subject is about to call a method that it has overridden: {@code super.put(key, value)}.
     *
     * @param receiver the object
     * @param argument the first argument if that is an object
     * @param label class, method and place
     */
    public static void beforeSuper(@Nullable Object receiver, @Nullable Object argument, String label) {
        Participant me = Callers.me();
        if (me != null && receiver != null) {
            String method = methodIn(label);
            announce(me, Backing.inherited(me, receiver, method), argument, method, label);
        }
    }

    private static String methodIn(String label) {
        String name = Label.nameIn(label);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static void announce(
            Participant me, Backing backing, @Nullable Object argument, String method, String label) {
        Run run = me.run();
        Object receiver = backing.receiver();
        switch (backing.kind()) {
            case SYNCHRONIZER -> {
                run.arrive(me, label, Giving.STEP);
                optimism(me, receiver, method);
            }
            case ATOMIC -> {
                run.arrive(me, label, Giving.STEP);
                order(me, receiver, argument, Ordering.ofCall(method));
            }
            case MONITOR -> {
                run.arrive(me, label, Giving.STEP);
                backing.pass(me, () -> backing.use(me, Receivers.writes(method), label));
            }
            case DATA -> {
                if (me.isQuiet()) {
                    return;
                }
                run.arriveAtData(me, label, backing.known());
                backing.use(me, Receivers.writes(method), label);
            }
            case UNKNOWN -> {}
        }
        note(me, backing, method, label);
    }

    private static void note(Participant me, Backing backing, String method, String label) {
        if (backing.kind() == Receivers.UNKNOWN) {
            me.last(null);
            return;
        }
        History history = me.run().history();
        Object receiver = backing.receiver();
        me.last(
                receiver instanceof FieldUpdaters.Named updater
                        ? history.note(me, Deed.CALL, at(updater.field() + "." + method, label), null)
                        : history.note(me, Deed.CALL, label, receiver));
    }

    private static String at(String name, String label) {
        return new Label(name, Label.of(label).where()).text();
    }

    /** A stamped lock's reads without the lock are no accesses until they are validated, and then they are in time. */
    private static void optimism(Participant me, Object lock, String method) {
        if (method.equals("tryOptimisticRead")) {
            me.readOptimistically(lock);
        } else {
            me.askedAgain(lock);
        }
    }

    /** A field updater's variable is the field of its first argument, whoever else uses that. */
    private static void order(Participant me, Object receiver, @Nullable Object argument, Ordering ordering) {
        if (argument != null && receiver instanceof FieldUpdaters.Named updater) {
            ordering.apply(me, argument, updater.field());
        } else {
            ordering.apply(me, receiver, CONTENTS);
        }
    }

    /**
     * The subject's own code has run within a call of an atomic: {@code updateAndGet}. What it wrote is published by the
     * write that follows it.
     *
     * @param receiver the atomic
     * @param argument the first argument if that is an object
     */
    public static void after(@Nullable Object receiver, @Nullable Object argument) {
        Participant me = Participant.current();
        if (me != null && receiver != null && Receivers.of(receiver) == Receivers.ATOMIC) {
            me.run().stopIfEnded(me);
            order(me, receiver, argument, Ordering.BOTH);
        }
    }

    /**
     * The subject is about to use threads that the JDK starts by itself.
     *
     * @param label class, method and place
     */
    public static void outside(String label) {
        Participant me = Callers.me();
        if (me != null) {
            me.run()
                    .history()
                    .outside(Label.nameIn(label).replace(".<init>", "") + " at "
                            + Label.of(label).where());
        }
    }

    /**
     * The JDK is about to call a method of one of its atomics.
     *
     * @param receiver the atomic
     * @param method the method's name
     */
    public static void inner(@Nullable Object receiver, String method) {
        Ordering ordering = Ordering.ofCall(method);
        Data.inner(receiver, CONTENTS, ordering.acquires(), ordering.releases());
    }

    /**
     * The subject is about to use a variable through its handle.
     *
     * @param handle the handle
     * @param argument the first argument: the object or the array, for a static field perhaps its value
     * @param index of the element
     * @param user the class that uses it
     * @param label method and place
     */
    public static void handle(VarHandle handle, @Nullable Object argument, int index, Class<?> user, String label) {
        Participant me = Callers.me();
        if (me == null) {
            return;
        }
        Variable variable = Variable.of(handle, Variable.owner(handle, argument), index, user);
        String mode = Label.nameIn(label);
        if (mode.equals("get") || mode.equals("set")) {
            if (me.isQuiet()) {
                return;
            }
            me.run().arriveAtData(me, label, variable.known());
            me.run()
                    .history()
                    .useByHandle(me, variable.owner(), variable.name(), label, variable.known(), mode.equals("set"));
        } else {
            me.run().arrive(me, label, Giving.STEP);
            Ordering.ofMode(mode).apply(me, variable, label);
        }
        me.last(me.run().history().note(me, Deed.CALL, at(variable.known() + "." + mode, label), null));
    }

    /**
     * The subject fences its memory, which may order opaque accesses: from here on they are taken to order.
     *
     * @param label the place; empty within the JDK
     */
    public static void fence(String label) {
        Participant me = Participant.current();
        if (me != null && !label.isEmpty()) {
            me.run().history().fence();
        }
    }

    /**
     * The JDK is about to use a variable through its handle.
     *
     * @param handle the handle
     * @param argument the first argument: the object, for a static field perhaps its value
     * @param mode the method's name
     */
    public static void innerHandle(VarHandle handle, @Nullable Object argument, String mode) {
        Ordering ordering = Ordering.ofMode(mode);
        if (ordering.acquires() || ordering.releases()) {
            Object owner = Variable.owner(handle, argument);
            Data.inner(
                    owner == null ? handle : owner, Variable.nameOf(handle), ordering.acquires(), ordering.releases());
        }
    }
}
