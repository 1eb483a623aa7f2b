package io.github.acrossexecutors.explorer.weave;

import io.github.acrossexecutors.explorer.hook.Data;
import io.github.acrossexecutors.explorer.hook.MonitorHooks;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Rewrites the code of one method. */
final class CodeWeaver implements CodeTransform {

    /** What is done at the beginning of a method, and at each of its ends. */
    record Frame(BiConsumer<CodeBuilder, String> begin, BiConsumer<CodeBuilder, String> end) {}

    private final Classes classes;
    private final CallWeaver calls;
    private final UnaryOperator<InvokeDynamicInstruction> references;
    private final String source;
    private final boolean inJdk;
    private final @Nullable Frame frame;
    private boolean constructed;
    private int pendingNews;
    private int line;
    private @Nullable Label begin;

    CodeWeaver(
            Classes classes,
            CallWeaver calls,
            UnaryOperator<InvokeDynamicInstruction> references,
            String source,
            boolean inJdk,
            boolean constructor,
            int firstLine,
            @Nullable Frame frame) {
        this.classes = classes;
        this.calls = calls;
        this.references = references;
        this.source = source;
        this.inJdk = inJdk;
        this.constructed = !constructor;
        this.line = firstLine;
        this.frame = frame;
    }

    @Override
    public void atStart(CodeBuilder code) {
        if (frame != null) {
            frame.begin().accept(code, label("synchronized"));
            begin = code.newBoundLabel();
        }
    }

    @Override
    public void atEnd(CodeBuilder code) {
        if (frame != null && begin != null) {
            Label end = code.newBoundLabel();
            Label handler = code.newBoundLabel();
            code.exceptionCatchAll(begin, end, handler);
            int thrown = code.allocateLocal(TypeKind.REFERENCE);
            code.astore(thrown);
            frame.end().accept(code, label("synchronized"));
            code.aload(thrown);
            code.athrow();
        }
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
        switch (element) {
            case LineNumber number -> {
                line = number.line();
                code.with(number);
            }
            case FieldInstruction field -> field(code, field);
            case ArrayLoadInstruction load -> load(code, load);
            case ArrayStoreInstruction store -> store(code, store);
            case MonitorInstruction monitor -> monitor(code, monitor);
            case NewObjectInstruction made -> {
                pendingNews++;
                code.with(made);
            }
            case InvokeInstruction call -> call(code, call);
            case InvokeDynamicInstruction call -> code.with(references.apply(call));
            case ReturnInstruction back -> {
                if (frame != null) {
                    frame.end().accept(code, label("synchronized"));
                }
                code.with(back);
            }
            default -> code.with(element);
        }
    }

    private String where() {
        return source + ":" + line;
    }

    private String label(String name) {
        return Labels.of(name, where(), inJdk);
    }

    private void call(CodeBuilder code, InvokeInstruction call) {
        calls.emit(code, Invocation.of(call), where());
        if (call.name().equalsString("<init>")) {
            constructed |= pendingNews == 0;
            pendingNews = Math.max(0, pendingNews - 1);
        }
    }

    private static void monitor(CodeBuilder code, MonitorInstruction monitor, String label) {
        code.loadConstant(label);
        boolean enters = monitor.opcode() == Opcode.MONITORENTER;
        code.invokestatic(Hooks.of(MonitorHooks.class), enters ? "enter" : "exit", Hooks.VOID_OBJECT_STRING);
    }

    private void monitor(CodeBuilder code, MonitorInstruction monitor) {
        monitor(code, monitor, label("synchronized"));
    }

    private void field(CodeBuilder code, FieldInstruction access) {
        Optional<Classes.Field> found =
                classes.field(access.owner().asInternalName(), access.name().stringValue());
        if (found.isEmpty() || found.get().is(AccessFlag.FINAL) || found.get().is(AccessFlag.SYNTHETIC)) {
            code.with(access);
            return;
        }
        Classes.Field field = found.get();
        boolean isVolatile = field.is(AccessFlag.VOLATILE);
        if (inJdk && !isVolatile) {
            code.with(access);
            return;
        }
        switch (access.opcode()) {
            case GETFIELD, GETSTATIC -> read(code, access, field, isVolatile);
            default -> write(code, access, field, isVolatile);
        }
    }

    private void read(CodeBuilder code, FieldInstruction access, Classes.Field field, boolean isVolatile) {
        owner(code, access, field);
        TypeKind kind = TypeKind.from(access.typeSymbol());
        if (inJdk) {
            code.loadConstant(field.shown());
            code.invokestatic(Hooks.of(Data.class), "innerRead", Hooks.VOID_OBJECT_STRING);
            code.with(access);
            return;
        }
        code.loadConstant(label(field.shown()));
        code.invokestatic(Hooks.of(Data.class), isVolatile ? "volatileRead" : "read", Hooks.VOID_OBJECT_STRING);
        code.with(access);
        saw(code, kind);
    }

    private void write(CodeBuilder code, FieldInstruction access, Classes.Field field, boolean isVolatile) {
        if (!constructed && access.opcode() == Opcode.PUTFIELD) {
            code.with(access);
            return;
        }
        TypeKind kind = TypeKind.from(access.typeSymbol());
        int value = code.allocateLocal(kind);
        code.storeLocal(kind, value);
        owner(code, access, field);
        if (inJdk) {
            code.loadConstant(field.shown());
            code.invokestatic(Hooks.of(Data.class), "innerWrite", Hooks.VOID_OBJECT_STRING);
        } else {
            code.loadLocal(kind, value);
            Stack.box(code, kind);
            code.loadConstant(label(field.shown()));
            code.invokestatic(
                    Hooks.of(Data.class), isVolatile ? "volatileWrite" : "write", Hooks.VOID_OBJECT_OBJECT_STRING);
        }
        code.loadLocal(kind, value);
        code.with(access);
    }

    private static void owner(CodeBuilder code, FieldInstruction access, Classes.Field field) {
        boolean isStatic = access.opcode() == Opcode.GETSTATIC || access.opcode() == Opcode.PUTSTATIC;
        if (isStatic) {
            code.loadConstant(field.owner());
        } else {
            code.dup();
        }
    }

    private void load(CodeBuilder code, ArrayLoadInstruction load) {
        if (inJdk) {
            code.with(load);
            return;
        }
        code.dup2();
        code.loadConstant(label("element"));
        code.invokestatic(Hooks.of(Data.class), "elementRead", Hooks.VOID_OBJECT_INT_STRING);
        code.with(load);
        saw(code, load.typeKind());
    }

    private void store(CodeBuilder code, ArrayStoreInstruction store) {
        if (inJdk) {
            code.with(store);
            return;
        }
        TypeKind kind = store.typeKind();
        List<ClassDesc> value = List.of(kind == TypeKind.REFERENCE ? ConstantDescs.CD_Object : kind.upperBound());
        int[] slot = Stack.spill(code, value);
        code.dup2();
        Stack.restore(code, value, slot);
        Stack.box(code, kind);
        code.loadConstant(label("element"));
        code.invokestatic(Hooks.of(Data.class), "elementWrite", Hooks.VOID_OBJECT_INT_OBJECT_STRING);
        Stack.restore(code, value, slot);
        code.with(store);
    }

    private static void saw(CodeBuilder code, TypeKind kind) {
        Stack.dup(code, kind);
        Stack.box(code, kind);
        code.invokestatic(Hooks.of(Data.class), "saw", Hooks.VOID_OBJECT);
    }
}
