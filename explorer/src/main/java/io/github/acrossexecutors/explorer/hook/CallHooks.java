package io.github.acrossexecutors.explorer.hook;

import io.github.acrossexecutors.explorer.control.Participant;
import io.github.acrossexecutors.explorer.control.Policy.Giving;
import io.github.acrossexecutors.explorer.control.Run;
import io.github.acrossexecutors.explorer.trace.Deed;
import io.github.acrossexecutors.explorer.trace.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** Calls of the JDK's classes. Called before each call; a call is one step, whatever it does inside. */
public final class CallHooks {

    private CallHooks() {}

    /**
     * The subject is about to call a method of an object of the JDK's.
     *
     * @param receiver the object
     * @param label class, method and place
     */
    public static void before(@Nullable Object receiver, String label) {
        Participant me = Callers.me();
        if (me == null || receiver == null) {
            return;
        }
        String method = Label.nameIn(label);
        method = method.substring(method.lastIndexOf('.') + 1);
        Run run = me.run();
        switch (Receivers.of(receiver)) {
            case SYNCHRONIZER -> run.arrive(me, label, Giving.STEP);
            case ATOMIC -> {
                run.arrive(me, label, Giving.STEP);
                Ordering ordering = Ordering.ofCall(method);
                run.order(me, receiver, "contents", ordering.acquires(), ordering.releases());
            }
            case MONITOR -> {
                run.arrive(me, label, Giving.STEP);
                run.monitors().pass(me, receiver);
            }
            case DATA -> {
                String known = receiver.getClass().getSimpleName();
                run.arriveAtData(me, label, known);
                run.use(me, receiver, "contents", label, known, Receivers.writes(method));
            }
            case UNKNOWN -> {
                me.last(null);
                return;
            }
        }
        me.last(run.note(me, Deed.CALL, label, receiver));
    }

    /**
     * The JDK is about to call a method of one of its atomics.
     *
     * @param receiver the atomic
     * @param method the method's name
     */
    public static void inner(@Nullable Object receiver, String method) {
        Ordering ordering = Ordering.ofCall(method);
        Data.inner(receiver, "contents", ordering.acquires(), ordering.releases());
    }

    /**
     * The subject is about to use a variable through its handle.
     *
     * @param handle the handle
     * @param owner the object, or {@code null} for a static field
     * @param label method and place
     */
    public static void handle(VarHandle handle, @Nullable Object owner, String label) {
        Participant me = Callers.me();
        if (me == null) {
            return;
        }
        Object target = owner == null ? handle : owner;
        String variable = variable(handle);
        String mode = Label.nameIn(label);
        Ordering ordering = Ordering.ofMode(mode);
        if (mode.equals("get") || mode.equals("set")) {
            me.run().arriveAtData(me, label, variable);
            me.run().use(me, target, variable, label, variable, mode.equals("set"));
        } else {
            me.run().arrive(me, label, Giving.STEP);
            me.run().order(me, target, variable, ordering.acquires(), ordering.releases());
        }
        String named = new Label(variable + "." + mode, Label.of(label).where()).text();
        me.last(me.run().note(me, Deed.CALL, named, owner));
    }

    /**
     * The JDK is about to use a variable through its handle.
     *
     * @param handle the handle
     * @param owner the object, or {@code null} for a static field
     * @param mode the method's name
     */
    public static void innerHandle(VarHandle handle, @Nullable Object owner, String mode) {
        Ordering ordering = Ordering.ofMode(mode);
        if (ordering != Ordering.NONE) {
            Data.inner(owner == null ? handle : owner, variable(handle), ordering.acquires(), ordering.releases());
        }
    }

    /** The name that the field has when it is used without the handle. */
    private static String variable(VarHandle handle) {
        return handle.describeConstable()
                .filter(described -> !described.constantName().equals("_"))
                .map(described -> owner(described) + "." + described.constantName())
                .orElse("element");
    }

    private static String owner(DynamicConstantDesc<?> field) {
        return !field.bootstrapArgsList().isEmpty() && field.bootstrapArgsList().getFirst() instanceof ClassDesc owner
                ? Label.simpleType(owner.displayName())
                : "";
    }
}
