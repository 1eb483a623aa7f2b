package io.github.acrossexecutors.explorer.weave;

import io.github.acrossexecutors.explorer.hook.CallHooks;
import io.github.acrossexecutors.explorer.hook.MonitorHooks;
import io.github.acrossexecutors.explorer.hook.ParkHooks;
import io.github.acrossexecutors.explorer.hook.ThreadHooks;
import io.github.acrossexecutors.explorer.hook.TimeHooks;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which calls of the JDK are answered by the explorer instead. */
final class Redirects {

    private static final ClassDesc THREAD = Names.type("java/lang/Thread");
    private static final ClassDesc BUILDER = Names.type("java/lang/Thread$Builder");
    private static final ClassDesc PARKING = Names.type("java/util/concurrent/locks/LockSupport");
    private static final ClassDesc HANDLE = Names.type("java/lang/invoke/VarHandle");
    private static final ClassDesc UNIT = Names.type("java/util/concurrent/TimeUnit");

    private static final Set<String> OF_OBJECT =
            Set.of("wait()V", "wait(J)V", "wait(JI)V", "notify()V", "notifyAll()V");
    private static final Set<String> OF_THREAD = Set.of(
            "start",
            "join",
            "sleep",
            "yield",
            "onSpinWait",
            "interrupt",
            "interrupted",
            "isInterrupted",
            "isAlive",
            "getState");
    private static final Set<String> OF_TIME = Set.of("sleep", "yield", "onSpinWait");
    private static final Set<String> OF_BUILDER = Set.of("start", "unstarted", "factory");
    private static final Set<String> OF_SYSTEM = Set.of("nanoTime", "currentTimeMillis");
    private static final Set<String> FENCES =
            Set.of("fullFence", "acquireFence", "releaseFence", "loadLoadFence", "storeStoreFence");
    private static final Set<String> NOT_OF_PARKING = Set.of("getBlocker");

    private final Classes classes;

    Redirects(Classes classes) {
        this.classes = classes;
    }

    /** A method of the explorer's. */
    record Target(ClassDesc owner, String name, MethodTypeDesc type) {

        void emit(CodeBuilder code, String label) {
            code.loadConstant(label);
            code.invokestatic(owner, name, type);
        }
    }

    @Nullable
    Target of(Invocation call) {
        if (OF_OBJECT.contains(call.name() + call.type().descriptorString()) && !call.isStatic()) {
            return target(MonitorHooks.class, monitorMethod(call.name()), ConstantDescs.CD_Object, call);
        }
        String owner = call.ownerName();
        if (owner.equals("java/lang/System") && OF_SYSTEM.contains(call.name())) {
            return target(TimeHooks.class, call.name(), null, call);
        }
        if (call.owner().equals(PARKING) && !NOT_OF_PARKING.contains(call.name())) {
            return target(ParkHooks.class, call.name(), null, call);
        }
        if (call.owner().equals(HANDLE) && FENCES.contains(call.name())) {
            return target(CallHooks.class, "fence", null, call);
        }
        if (call.owner().equals(UNIT) && call.name().equals("sleep")) {
            return target(TimeHooks.class, "sleep", UNIT, call);
        }
        if (owner.startsWith("java/lang/Thread$Builder") && OF_BUILDER.contains(call.name())) {
            return target(ThreadHooks.class, call.name(), BUILDER, call);
        }
        return ofThread(call);
    }

    private @Nullable Target ofThread(Invocation call) {
        if (call.owner().equals(THREAD) && call.name().equals("holdsLock")) {
            return target(MonitorHooks.class, "holdsLock", null, call);
        }
        if (call.owner().equals(THREAD) && call.name().equals("startVirtualThread")) {
            return target(ThreadHooks.class, "startVirtualThread", null, call);
        }
        boolean known = OF_THREAD.contains(call.name()) && classes.isThread(call.ownerName());
        return known && !classes.overrides(call)
                ? target(
                        OF_TIME.contains(call.name()) ? TimeHooks.class : ThreadHooks.class,
                        threadMethod(call.name()),
                        call.isStatic() ? null : THREAD,
                        call)
                : null;
    }

    private static String threadMethod(String name) {
        return name.equals("yield") ? "giveWay" : name;
    }

    private static String monitorMethod(String name) {
        return switch (name) {
            case "notify" -> "signal";
            case "notifyAll" -> "signalAll";
            default -> "await";
        };
    }

    private static Target target(Class<?> hooks, String name, @Nullable ClassDesc receiver, Invocation call) {
        MethodTypeDesc type = call.type();
        if (receiver != null) {
            type = type.insertParameterTypes(0, receiver);
        }
        type = type.insertParameterTypes(type.parameterCount(), ConstantDescs.CD_String);
        return new Target(Names.type(hooks.getName().replace('.', '/')), name, type);
    }
}
