package io.github.acrossexecutors.explorer.weave;

import io.github.acrossexecutors.explorer.hook.Data;
import io.github.acrossexecutors.explorer.hook.MonitorHooks;
import io.github.acrossexecutors.explorer.hook.ThreadHooks;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites one class: each access to shared data announces itself, monitors are the explorer's, and so are threads.
 *
 * <p>Line numbers stay, so that stack traces and debuggers show the learner's own source.
 */
final class ClassWeaver implements ClassTransform {

    private static final String INITIALIZER = "<clinit>";
    private static final String RUN = "run";
    /** With the name of the class after it: a body may call the one that it overrides. */
    private static final String BODY = "explored$run$";

    private static final ClassDesc RUNNABLE = Names.type("java/lang/Runnable");
    private static final DirectMethodHandleDesc METAFACTORY = ConstantDescs.ofCallsiteBootstrap(
            Names.type("java/lang/invoke/LambdaMetafactory"),
            "metafactory",
            ConstantDescs.CD_CallSite,
            ConstantDescs.CD_MethodType,
            ConstantDescs.CD_MethodHandle,
            ConstantDescs.CD_MethodType);

    private final Classes classes;
    private final ClassModel type;
    private final boolean inJdk;
    private final String source;
    private final CallWeaver calls;
    private final References references;

    private ClassWeaver(Classes classes, ClassModel type, boolean inJdk) {
        this.classes = classes;
        this.type = type;
        this.inJdk = inJdk;
        this.source = type.findAttribute(Attributes.sourceFile())
                .map(file -> file.sourceFile().stringValue())
                .orElseGet(() -> Names.simple(type.thisClass().asSymbol()));
        this.calls = new CallWeaver(classes, type.thisClass().asSymbol(), inJdk);
        this.references = new References(calls, type, source);
    }

    static byte[] weave(Classes classes, ClassModel type, boolean inJdk) {
        return classes.context().transformClass(type, new ClassWeaver(classes, type, inJdk));
    }

    @Override
    public void accept(ClassBuilder builder, ClassElement element) {
        boolean rewritten = element instanceof MethodModel method
                && method.code().isPresent()
                && !(inJdk && method.methodName().equalsString(INITIALIZER));
        if (rewritten && element instanceof MethodModel method) {
            method(builder, method);
        } else {
            builder.with(element);
        }
    }

    @Override
    public void atEnd(ClassBuilder builder) {
        references.emit(builder);
    }

    private void method(ClassBuilder builder, MethodModel method) {
        int flags = method.flags().flagsMask() & ~ClassFile.ACC_SYNCHRONIZED;
        String name = method.methodName().stringValue();
        if (isThreadBody(method)) {
            threadBody(builder);
            name = bodyName();
        }
        builder.withMethod(name, method.methodTypeSymbol(), flags, made -> {
            for (MethodElement element : method) {
                switch (element) {
                    case CodeModel code ->
                        made.transformCode(
                                code,
                                new CodeWeaver(
                                        classes,
                                        calls,
                                        references::bridge,
                                        source,
                                        inJdk,
                                        method.methodName().equalsString("<init>"),
                                        firstLine(code),
                                        frame(method)));
                    case AccessFlags given -> {
                        // set above
                    }
                    default -> made.with(element);
                }
            }
        });
    }

    private static int firstLine(CodeModel code) {
        for (CodeElement element : code) {
            if (element instanceof LineNumber number) {
                return number.line();
            }
        }
        return 0;
    }

    private CodeWeaver.@Nullable Frame frame(MethodModel method) {
        if (method.flags().has(AccessFlag.SYNCHRONIZED)) {
            return new CodeWeaver.Frame(monitor(method, "enter"), monitor(method, "exit"));
        }
        if (method.methodName().equalsString(INITIALIZER)) {
            return new CodeWeaver.Frame(
                    (code, label) -> code.invokestatic(Hooks.of(Data.class), "initializerBegins", Hooks.VOID),
                    (code, label) -> code.invokestatic(Hooks.of(Data.class), "initializerEnds", Hooks.VOID));
        }
        return null;
    }

    private BiConsumer<CodeBuilder, String> monitor(MethodModel method, String hook) {
        boolean isStatic = method.flags().has(AccessFlag.STATIC);
        return (code, label) -> {
            if (isStatic) {
                code.loadConstant(type.thisClass().asSymbol());
            } else {
                code.aload(0);
            }
            code.loadConstant(label);
            code.invokestatic(Hooks.of(MonitorHooks.class), hook, Hooks.VOID_OBJECT_STRING);
        };
    }

    /** What a thread's own {@code run} does is led through the explorer, which gives it turns. */
    private void threadBody(ClassBuilder builder) {
        ClassDesc self = type.thisClass().asSymbol();
        DynamicCallSiteDesc body = DynamicCallSiteDesc.of(
                METAFACTORY,
                RUN,
                MethodTypeDesc.of(RUNNABLE, self),
                Hooks.VOID,
                MethodHandleDesc.ofMethod(DirectMethodHandleDesc.Kind.VIRTUAL, self, bodyName(), Hooks.VOID),
                Hooks.VOID);
        builder.withMethodBody(
                RUN,
                Hooks.VOID,
                ClassFile.ACC_PUBLIC,
                code -> code.aload(0)
                        .invokedynamic(body)
                        .invokestatic(
                                Hooks.of(ThreadHooks.class), "play", MethodTypeDesc.of(ConstantDescs.CD_void, RUNNABLE))
                        .return_());
    }

    private String bodyName() {
        return BODY + type.thisClass().asInternalName().replace('/', '$');
    }

    private boolean isThreadBody(MethodModel method) {
        return method.methodName().equalsString(RUN)
                && method.methodType().equalsString("()V")
                && classes.isThread(type.thisClass().asInternalName());
    }
}
