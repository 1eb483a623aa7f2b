package io.github.acrossexecutors.explorer.weave;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.TypeKind;
import java.lang.classfile.constantpool.ConstantPoolBuilder;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/**
 * Method references to the JDK, such as {@code latch::countDown}. What the JVM makes of them is no rewritten code, so each
 * is led through a method of the class that makes the call as rewritten code does.
 */
final class References {

    private static final String PREFIX = "explored$reference$";
    private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";

    private final CallWeaver calls;
    private final ClassModel type;
    private final String source;
    private final List<Invocation> bridged = new ArrayList<>();

    References(CallWeaver calls, ClassModel type, String source) {
        this.calls = calls;
        this.type = type;
        this.source = source;
    }

    InvokeDynamicInstruction bridge(InvokeDynamicInstruction instruction) {
        DirectMethodHandleDesc factory = instruction.bootstrapMethod();
        List<ConstantDesc> arguments = instruction.bootstrapArgs();
        if (!factory.owner().equals(Names.type(FACTORY))
                || !(arguments.get(1) instanceof DirectMethodHandleDesc reference)) {
            return instruction;
        }
        Invocation call = Invocation.of(reference);
        if (!calls.changes(call)) {
            return instruction;
        }
        bridged.add(call);
        boolean inInterface = type.flags().has(AccessFlag.INTERFACE);
        List<ConstantDesc> changed = new ArrayList<>(arguments);
        changed.set(
                1,
                MethodHandleDesc.ofMethod(
                        inInterface ? DirectMethodHandleDesc.Kind.INTERFACE_STATIC : DirectMethodHandleDesc.Kind.STATIC,
                        type.thisClass().asSymbol(),
                        PREFIX + bridged.size(),
                        bridgeType(call)));
        DynamicCallSiteDesc site = DynamicCallSiteDesc.of(
                factory,
                instruction.name().stringValue(),
                instruction.typeSymbol(),
                changed.toArray(ConstantDesc[]::new));
        return InvokeDynamicInstruction.of(ConstantPoolBuilder.of().invokeDynamicEntry(site));
    }

    private static MethodTypeDesc bridgeType(Invocation call) {
        if (call.isConstructor()) {
            return call.type().changeReturnType(call.owner());
        }
        return call.isStatic() ? call.type() : call.type().insertParameterTypes(0, call.owner());
    }

    void emit(ClassBuilder builder) {
        for (int i = 0; i < bridged.size(); i++) {
            Invocation call = bridged.get(i);
            MethodTypeDesc bridge = bridgeType(call);
            int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
            builder.withMethodBody(PREFIX + (i + 1), bridge, flags, code -> {
                if (call.isConstructor()) {
                    code.new_(call.owner());
                    code.dup();
                }
                int slot = 0;
                for (ClassDesc parameter : bridge.parameterList()) {
                    TypeKind kind = TypeKind.from(parameter);
                    code.loadLocal(kind, slot);
                    slot += kind.slotSize();
                }
                calls.emit(code, call, source);
                code.return_(TypeKind.from(bridge.returnType()));
            });
        }
    }
}
