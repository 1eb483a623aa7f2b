package io.github.acrossexecutors.explorer.weave;

import io.github.acrossexecutors.explorer.hook.ArgumentHooks;
import io.github.acrossexecutors.explorer.hook.ViewHooks;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;

/** Announces collections, maps and arrays that the subject hands to constructors and methods of the JDK. */
final class ArgumentWeaver {

    private static final Set<String> WRITERS = Set.of(
            "sort",
            "shuffle",
            "reverse",
            "swap",
            "fill",
            "addAll",
            "rotate",
            "replaceAll",
            "copy",
            "setAll",
            "parallelSort",
            "parallelPrefix",
            "parallelSetAll");
    private static final List<String> WRAPPERS = List.of(
            "unmodifiable", "synchronized", "checked", "newSetFromMap", "newSequencedSetFromMap", "asLifoQueue");

    private ArgumentWeaver() {}

    /** Whether a call uses what it is given, or wraps it. */
    static boolean concerns(Invocation call) {
        return isCopy(call) || isClone(call) || wraps(call) || uses(call);
    }

    private static boolean isCopy(Invocation call) {
        return call.ownerName().equals("java/lang/System") && call.name().equals("arraycopy");
    }

    private static boolean isClone(Invocation call) {
        return call.owner().isArray() && call.name().equals("clone");
    }

    /** Whether a call makes a view of its first argument. */
    static boolean wraps(Invocation call) {
        return call.isStatic()
                && call.ownerName().equals("java/util/Collections")
                && WRAPPERS.stream().anyMatch(call.name()::startsWith);
    }

    private static boolean uses(Invocation call) {
        String owner = call.ownerName();
        boolean known = owner.startsWith("java/util/")
                || owner.startsWith(Renaming.COPIES)
                || (owner.equals("java/lang/String") && call.name().equals("join"));
        boolean keeps = owner.equals("java/util/Arrays") && call.name().equals("asList");
        return known && !keeps && call.type().parameterList().stream().anyMatch(ArgumentWeaver::isUsed);
    }

    /** By its type; whether it is a collection indeed is seen at run time. */
    private static boolean isUsed(ClassDesc type) {
        String name = type.descriptorString();
        return type.isArray()
                || name.equals("Ljava/lang/Iterable;")
                || (name.startsWith("Ljava/util/") && name.indexOf('/', "Ljava/util/".length()) < 0);
    }

    /** Before a call whose arguments are on the stack. */
    static void emit(CodeBuilder code, Invocation call, String label) {
        if (isClone(call)) {
            code.dup();
            used(code, false, label);
            return;
        }
        if (wraps(call)) {
            return;
        }
        List<ClassDesc> types = call.type().parameterList();
        int[] slots = Stack.spill(code, types);
        if (isCopy(call)) {
            Stack.restore(code, types, slots);
            code.loadConstant(label);
            MethodTypeDesc copied = call.type().insertParameterTypes(types.size(), ConstantDescs.CD_String);
            code.invokestatic(Hooks.of(ArgumentHooks.class), "copied", copied);
        } else {
            for (int i = 0; i < slots.length; i++) {
                boolean write = i == 0 && call.isStatic() && WRITERS.contains(call.name());
                argument(code, types, slots, i, write, label);
            }
        }
        Stack.restore(code, types, slots);
    }

    private static void argument(
            CodeBuilder code, List<ClassDesc> types, int[] slots, int at, boolean write, String label) {
        if (!isUsed(types.get(at))) {
            return;
        }
        code.aload(slots[at]);
        if (types.get(at).isArray() && isInt(types, at + 1) && isInt(types, at + 2)) {
            code.loadLocal(TypeKind.INT, slots[at + 1]);
            code.loadLocal(TypeKind.INT, slots[at + 2]);
            code.loadConstant(write ? 1 : 0);
            code.loadConstant(label);
            code.invokestatic(Hooks.of(ArgumentHooks.class), "part", Hooks.VOID_OBJECT_INT_INT_BOOLEAN_STRING);
        } else {
            used(code, write, label);
        }
    }

    private static boolean isInt(List<ClassDesc> types, int at) {
        return at < types.size() && types.get(at).equals(ConstantDescs.CD_int);
    }

    private static void used(CodeBuilder code, boolean write, String label) {
        code.loadConstant(write ? 1 : 0);
        code.loadConstant(label);
        code.invokestatic(Hooks.of(ArgumentHooks.class), "used", Hooks.VOID_OBJECT_BOOLEAN_STRING);
    }

    /** A call that makes a view of its first argument. */
    static void wrap(CodeBuilder code, Invocation call) {
        List<ClassDesc> types = call.type().parameterList();
        int[] slots = Stack.spill(code, types);
        Stack.restore(code, types, slots);
        call.emit(code);
        code.dup();
        code.aload(slots[0]);
        code.invokestatic(Hooks.of(ViewHooks.class), "wrapped", Hooks.VOID_OBJECT_OBJECT);
    }
}
