package io.github.acrossexecutors.explorer.weave;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Looks at values on the operand stack without changing it. */
final class Stack {

    private Stack() {}

    /** Replace the value on top by an object. */
    static void box(CodeBuilder code, TypeKind kind) {
        ClassDesc box =
                switch (kind) {
                    case INT -> ConstantDescs.CD_Integer;
                    case BOOLEAN -> ConstantDescs.CD_Boolean;
                    case LONG -> ConstantDescs.CD_Long;
                    case DOUBLE -> ConstantDescs.CD_Double;
                    case FLOAT -> ConstantDescs.CD_Float;
                    case BYTE -> ConstantDescs.CD_Byte;
                    case CHAR -> ConstantDescs.CD_Character;
                    case SHORT -> ConstantDescs.CD_Short;
                    case REFERENCE, VOID -> ConstantDescs.CD_Object;
                };
        if (!box.equals(ConstantDescs.CD_Object)) {
            code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, kind.upperBound()));
        }
    }

    static void dup(CodeBuilder code, TypeKind kind) {
        if (kind.slotSize() == 2) {
            code.dup2();
        } else {
            code.dup();
        }
    }

    /** Move the values on top into local variables. */
    static int[] spill(CodeBuilder code, List<ClassDesc> types) {
        int[] slots = new int[types.size()];
        for (int i = types.size() - 1; i >= 0; i--) {
            TypeKind kind = TypeKind.from(types.get(i));
            slots[i] = code.allocateLocal(kind);
            code.storeLocal(kind, slots[i]);
        }
        return slots;
    }

    /** Move them back. */
    static void restore(CodeBuilder code, List<ClassDesc> types, int[] slots) {
        for (int i = 0; i < slots.length; i++) {
            code.loadLocal(TypeKind.from(types.get(i)), slots[i]);
        }
    }
}
