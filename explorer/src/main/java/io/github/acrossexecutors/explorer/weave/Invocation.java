package io.github.acrossexecutors.explorer.weave;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;

/** A call, as an instruction makes it or a method reference names it. */
record Invocation(Opcode opcode, ClassDesc owner, String name, MethodTypeDesc type, boolean isInterface) {

    static Invocation of(InvokeInstruction instruction) {
        return new Invocation(
                instruction.opcode(),
                instruction.owner().asSymbol(),
                instruction.name().stringValue(),
                instruction.typeSymbol(),
                instruction.isInterface());
    }

    static Invocation of(DirectMethodHandleDesc reference) {
        Opcode opcode =
                switch (reference.kind()) {
                    case STATIC, INTERFACE_STATIC -> Opcode.INVOKESTATIC;
                    case INTERFACE_VIRTUAL -> Opcode.INVOKEINTERFACE;
                    case CONSTRUCTOR, SPECIAL, INTERFACE_SPECIAL -> Opcode.INVOKESPECIAL;
                    case VIRTUAL, GETTER, SETTER, STATIC_GETTER, STATIC_SETTER -> Opcode.INVOKEVIRTUAL;
                };
        MethodTypeDesc type = MethodTypeDesc.ofDescriptor(reference.lookupDescriptor());
        return new Invocation(opcode, reference.owner(), reference.methodName(), type, reference.isOwnerInterface());
    }

    boolean isStatic() {
        return opcode == Opcode.INVOKESTATIC;
    }

    boolean isConstructor() {
        return name.equals("<init>");
    }

    /** The owner, as a class file names it. */
    String ownerName() {
        String descriptor = owner.descriptorString();
        return descriptor.startsWith("L") ? descriptor.substring(1, descriptor.length() - 1) : descriptor;
    }

    /** Type and method as a person says them: {@code Semaphore.acquire}. */
    String shown() {
        return Names.simple(owner) + "." + name;
    }

    void emit(CodeBuilder code) {
        code.invoke(opcode, owner, name, type, isInterface);
    }
}
