package io.github.acrossexecutors.explorer.weave;

import io.github.acrossexecutors.explorer.hook.CallHooks;
import io.github.acrossexecutors.explorer.hook.Data;
import io.github.acrossexecutors.explorer.hook.ThreadHooks;
import java.lang.classfile.CodeBuilder;
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
    private static final Set<String> MODES = Stream.of(VarHandle.AccessMode.values())
            .map(VarHandle.AccessMode::methodName)
            .collect(Collectors.toSet());
    private static final List<String> UNSHARED = List.of(
            "java/util/function/", "java/util/stream/", "java/util/Optional", "java/util/Objects", "java/util/Random");

    private final Redirects redirects;
    private final boolean inJdk;

    CallWeaver(Classes classes, boolean inJdk) {
        this.redirects = new Redirects(classes);
        this.inJdk = inJdk;
    }

    /** Whether a call must not be left as it is. */
    boolean changes(Invocation call) {
        return isHandle(call) || redirects.of(call) != null || makesThread(call) || isAnnounced(call);
    }

    /** Emit a call that stands at a place, {@code Counter.java:12}. */
    void emit(CodeBuilder code, Invocation call, String where) {
        Redirects.@Nullable Target target = redirects.of(call);
        if (isHandle(call)) {
            handle(code, call, where);
        } else if (target != null) {
            target.emit(code, Labels.of(call.shown(), where, inJdk));
        } else if (makesThread(call)) {
            thread(code, call);
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

    private boolean isAnnounced(Invocation call) {
        String owner = call.ownerName();
        if (call.isStatic() || call.isConstructor()) {
            return false;
        }
        if (inJdk) {
            return owner.startsWith(ATOMIC);
        }
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
        code.dup();
        code.loadConstant(inJdk ? call.name() : Labels.of(call.shown(), where, false));
        code.invokestatic(Hooks.of(CallHooks.class), inJdk ? "inner" : "before", Hooks.VOID_OBJECT_STRING);
        Stack.restore(code, types, slots);
        call.emit(code);
        saw(code, TypeKind.from(call.type().returnType()));
    }

    private void handle(CodeBuilder code, Invocation call, String where) {
        List<ClassDesc> types = call.type().parameterList();
        int[] slots = Stack.spill(code, types);
        code.dup();
        if (!types.isEmpty() && !types.getFirst().isPrimitive()) {
            code.aload(slots[0]);
        } else {
            code.aconst_null();
        }
        code.loadConstant(inJdk ? call.name() : Labels.of(call.name(), where, false));
        code.invokestatic(
                Hooks.of(CallHooks.class),
                inJdk ? "innerHandle" : "handle",
                MethodTypeDesc.of(ConstantDescs.CD_void, HANDLE, ConstantDescs.CD_Object, ConstantDescs.CD_String));
        Stack.restore(code, types, slots);
        call.emit(code);
        saw(code, TypeKind.from(call.type().returnType()));
    }

    private void saw(CodeBuilder code, TypeKind kind) {
        if (!inJdk && kind != TypeKind.VOID) {
            Stack.dup(code, kind);
            Stack.box(code, kind);
            code.invokestatic(Hooks.of(Data.class), "saw", Hooks.VOID_OBJECT);
        }
    }
}
