package io.github.acrossexecutors.explorer.weave;

import io.github.acrossexecutors.explorer.hook.CallHooks;
import io.github.acrossexecutors.explorer.hook.Data;
import io.github.acrossexecutors.explorer.hook.FieldUpdaters;
import io.github.acrossexecutors.explorer.hook.ThreadHooks;
import io.github.acrossexecutors.explorer.hook.ViewHooks;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rewrites calls: answers some, announces others. */
final class CallWeaver {

    private static final ClassDesc RUNNABLE = Names.type("java/lang/Runnable");
    private static final ClassDesc HANDLE = Names.type("java/lang/invoke/VarHandle");
    private static final String ATOMIC = "java/util/concurrent/atomic/";
    private static final String FUNCTION = "Ljava/util/function/";
    private static final String FORK = "()Ljava/util/concurrent/ForkJoinTask;";
    private static final MethodTypeDesc INNER_HANDLE =
            MethodTypeDesc.of(ConstantDescs.CD_void, HANDLE, ConstantDescs.CD_Object, ConstantDescs.CD_String);
    private static final MethodTypeDesc USED_HANDLE = MethodTypeDesc.of(
            ConstantDescs.CD_void,
            HANDLE,
            ConstantDescs.CD_Object,
            ConstantDescs.CD_int,
            ConstantDescs.CD_Class,
            ConstantDescs.CD_String);
    private static final Set<String> MODES = Stream.of(VarHandle.AccessMode.values())
            .map(VarHandle.AccessMode::methodName)
            .collect(Collectors.toSet());
    private static final List<String> UNSHARED = List.of(
            "java/util/function/", "java/util/stream/", "java/util/Optional", "java/util/Objects", "java/util/Random");

    private final Classes classes;
    private final Redirects redirects;
    private final ClassDesc user;
    private final boolean inJdk;

    CallWeaver(Classes classes, ClassDesc user, boolean inJdk) {
        this.classes = classes;
        this.redirects = new Redirects(classes);
        this.user = user;
        this.inJdk = inJdk;
    }

    /** Whether a call must not be left as it is. */
    boolean changes(Invocation call) {
        return isHandle(call)
                || redirects.of(call) != null
                || makesThread(call)
                || makesUpdater(call)
                || usesThreads(call)
                || isGiven(call)
                || isAnnounced(call);
    }

    /** Emit a call that stands at a place, {@code Counter.java:12}. */
    void emit(CodeBuilder code, Invocation call, String where) {
        Redirects.@Nullable Target target = redirects.of(call);
        if (usesThreads(call)) {
            code.loadConstant(Labels.of(call.shown(), where, false));
            code.invokestatic(Hooks.of(CallHooks.class), "outside", Hooks.VOID_STRING);
        }
        if (isGiven(call)) {
            ArgumentWeaver.emit(code, call, Labels.of(call.shown(), where, false));
        }
        if (isHandle(call)) {
            handle(code, call, where);
        } else if (target != null) {
            target.emit(code, Labels.of(call.shown(), where, inJdk));
        } else if (makesThread(call)) {
            thread(code, call);
        } else if (makesUpdater(call)) {
            updater(code, call);
        } else if (isGiven(call) && ArgumentWeaver.wraps(call)) {
            ArgumentWeaver.wrap(code, call);
        } else if (isAnnounced(call)) {
            announced(code, call, where);
        } else {
            call.emit(code);
        }
    }

    private static boolean isHandle(Invocation call) {
        return call.owner().equals(HANDLE) && MODES.contains(call.name());
    }

    private boolean makesThread(Invocation call) {
        return call.isConstructor()
                && call.ownerName().equals("java/lang/Thread")
                && call.type().parameterList().contains(RUNNABLE);
    }

    /** Whether threads that the JDK starts by itself may come of a call. */
    private boolean usesThreads(Invocation call) {
        return !inJdk
                && switch (call.ownerName()) {
                    case "java/util/Timer" -> call.isConstructor();
                    case "java/util/concurrent/ForkJoinPool" -> call.isConstructor() || call.isStatic();
                    default ->
                        call.name().equals("fork")
                                && call.type().descriptorString().equals(FORK);
                };
    }

    private boolean isGiven(Invocation call) {
        return !inJdk && ArgumentWeaver.concerns(call);
    }

    private boolean isAnnounced(Invocation call) {
        if (call.isStatic() || call.isConstructor()) {
            return false;
        }
        if (inJdk) {
            return call.ownerName().startsWith(ATOMIC);
        }
        String owner = classes.home(call, call.ownerName());
        boolean shared = owner.startsWith("java/util/")
                || owner.startsWith(Renaming.COPIES)
                || owner.equals("java/lang/StringBuffer")
                || owner.equals("java/lang/StringBuilder");
        return shared && UNSHARED.stream().noneMatch(owner::startsWith);
    }

    /** Wrap the body of a thread that is about to be constructed. */
    private static void thread(CodeBuilder code, Invocation call) {
        List<ClassDesc> types = call.type().parameterList();
        int[] slots = Stack.spill(code, types);
        for (int i = 0; i < slots.length; i++) {
            code.loadLocal(TypeKind.from(types.get(i)), slots[i]);
            if (types.get(i).equals(RUNNABLE)) {
                code.invokestatic(Hooks.of(ThreadHooks.class), "wrap", MethodTypeDesc.of(RUNNABLE, RUNNABLE));
            }
        }
        call.emit(code);
    }

    private void announced(CodeBuilder code, Invocation call, String where) {
        List<ClassDesc> types = call.type().parameterList();
        int[] slots = Stack.spill(code, types);
        if (inJdk) {
            code.dup();
            code.loadConstant(call.name());
            code.invokestatic(Hooks.of(CallHooks.class), "inner", Hooks.VOID_OBJECT_STRING);
            Stack.restore(code, types, slots);
            call.emit(code);
            return;
        }
        int receiver = code.allocateLocal(TypeKind.REFERENCE);
        code.dup();
        code.astore(receiver);
        code.aload(receiver);
        argument(code, types, slots);
        code.loadConstant(Labels.of(call.shown(), where, false));
        code.invokestatic(
                Hooks.of(CallHooks.class),
                call.opcode() == Opcode.INVOKESPECIAL ? "beforeSuper" : "before",
                Hooks.VOID_OBJECT_OBJECT_STRING);
        Stack.restore(code, types, slots);
        call.emit(code);
        returned(code, call, receiver, slots);
    }

    private void returned(CodeBuilder code, Invocation call, int receiver, int[] slots) {
        if (runsUpdate(call)) {
            code.aload(receiver);
            argument(code, call.type().parameterList(), slots);
            code.invokestatic(Hooks.of(CallHooks.class), "after", Hooks.VOID_OBJECT_OBJECT);
        }
        if (ViewHooks.makes(call.name()) && TypeKind.from(call.type().returnType()) == TypeKind.REFERENCE) {
            code.dup();
            code.aload(receiver);
            code.loadConstant(call.name());
            code.invokestatic(Hooks.of(ViewHooks.class), "made", Hooks.VOID_OBJECT_OBJECT_STRING);
        }
        saw(code, TypeKind.from(call.type().returnType()));
    }

    /** The first argument, if that is an object. */
    private static void argument(CodeBuilder code, List<ClassDesc> types, int[] slots) {
        if (types.isEmpty() || types.getFirst().isPrimitive()) {
            code.aconst_null();
        } else {
            code.aload(slots[0]);
        }
    }

    /** Whether an atomic runs the subject's own code. */
    private static boolean runsUpdate(Invocation call) {
        return call.ownerName().startsWith(ATOMIC)
                && call.type().parameterList().stream()
                        .anyMatch(type -> type.descriptorString().startsWith(FUNCTION));
    }

    private static boolean makesUpdater(Invocation call) {
        return call.ownerName().startsWith(ATOMIC)
                && call.isStatic()
                && call.name().equals("newUpdater");
    }

    /** Tell an updater its field. */
    private static void updater(CodeBuilder code, Invocation call) {
        List<ClassDesc> types = call.type().parameterList();
        int[] slots = Stack.spill(code, types);
        Stack.restore(code, types, slots);
        call.emit(code);
        code.aload(slots[0]);
        code.aload(slots[slots.length - 1]);
        code.invokestatic(
                Hooks.of(FieldUpdaters.class),
                "named",
                MethodTypeDesc.of(call.owner(), call.owner(), ConstantDescs.CD_Class, ConstantDescs.CD_String));
    }

    private void handle(CodeBuilder code, Invocation call, String where) {
        List<ClassDesc> types = call.type().parameterList();
        int[] slots = Stack.spill(code, types);
        code.dup();
        argument(code, types, slots);
        if (inJdk) {
            code.loadConstant(call.name());
            code.invokestatic(Hooks.of(CallHooks.class), "innerHandle", INNER_HANDLE);
        } else {
            index(code, types, slots);
            code.loadConstant(user);
            code.loadConstant(Labels.of(call.name(), where, false));
            code.invokestatic(Hooks.of(CallHooks.class), "handle", USED_HANDLE);
        }
        Stack.restore(code, types, slots);
        call.emit(code);
        saw(code, TypeKind.from(call.type().returnType()));
    }

    /** The second argument, which is an element's index where the first is an array. */
    private static void index(CodeBuilder code, List<ClassDesc> types, int[] slots) {
        if (types.size() > 1 && types.get(1).equals(ConstantDescs.CD_int)) {
            code.iload(slots[1]);
        } else {
            code.iconst_0();
        }
    }

    private void saw(CodeBuilder code, TypeKind kind) {
        if (!inJdk && kind != TypeKind.VOID) {
            Stack.dup(code, kind);
            Stack.box(code, kind);
            code.invokestatic(Hooks.of(Data.class), "saw", Hooks.VOID_OBJECT);
        }
    }
}
