package io.github.acrossexecutors.explorer.weave;

import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Class files by name, renamed, not yet rewritten: what can be known of a class without loading it. */
final class Classes {

    private static final String THREAD = "java/lang/Thread";

    private final Function<String, byte @Nullable []> files;
    private final Map<String, Optional<ClassModel>> models = new ConcurrentHashMap<>();
    private final ClassFile context;

    /** Files are asked for by internal name; there is none for classes that are left as they are. */
    Classes(Function<String, byte @Nullable []> files, ClassLoader others) {
        this.files = files;
        ClassHierarchyResolver own = ClassHierarchyResolver.ofResourceParsing(type -> {
            byte[] file = files.apply(internal(type));
            return file == null ? null : new ByteArrayInputStream(file);
        });
        this.context = ClassFile.of(
                ClassFile.ClassHierarchyResolverOption.of(own.orElse(ClassHierarchyResolver.ofResourceParsing(others))
                        .orElse(ClassHierarchyResolver.defaultResolver())
                        .cached()));
    }

    private static String internal(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1);
    }

    ClassFile context() {
        return context;
    }

    Optional<ClassModel> model(String internalName) {
        Optional<ClassModel> known = models.get(internalName);
        if (known == null) {
            byte[] file = internalName.startsWith("[") ? null : files.apply(internalName);
            known = file == null ? Optional.empty() : Optional.of(context.parse(file));
            models.put(internalName, known);
        }
        return known;
    }

    /** A field with the class that declares it. */
    record Field(ClassDesc owner, FieldModel model) {

        boolean is(AccessFlag flag) {
            return model.flags().has(flag);
        }

        String shown() {
            return Names.simple(owner) + "." + model.fieldName().stringValue();
        }
    }

    Optional<Field> field(String owner, String name) {
        return model(owner)
                .flatMap(type -> type.fields().stream()
                        .filter(field -> field.fieldName().equalsString(name))
                        .findFirst()
                        .map(field -> new Field(type.thisClass().asSymbol(), field))
                        .or(() -> type.superclass().flatMap(above -> field(above.asInternalName(), name))));
    }

    boolean isThread(String internalName) {
        return internalName.equals(THREAD)
                || model(internalName)
                        .flatMap(ClassModel::superclass)
                        .map(above -> isThread(above.asInternalName()))
                        .orElse(false);
    }

    /** Where a method comes from: the class above that declares it, or the first that is not the subject's own. */
    String home(Invocation call, String owner) {
        if (owner.startsWith(Renaming.COPIES)) {
            return owner;
        }
        return model(owner)
                .filter(type -> !declares(type, call))
                .flatMap(ClassModel::superclass)
                .map(above -> home(call, above.asInternalName()))
                .orElse(owner);
    }

    private static boolean declares(ClassModel type, Invocation call) {
        return type.methods().stream()
                .anyMatch(method -> method.methodName().equalsString(call.name())
                        && method.methodTypeSymbol().equals(call.type()));
    }

    /** Whether a class of the subject's, and not the JDK, has the method. */
    boolean overrides(Invocation call) {
        return model(call.ownerName())
                .map(type -> declares(type, call)
                        || type.superclass()
                                .map(above -> overrides(new Invocation(
                                        call.opcode(), above.asSymbol(), call.name(), call.type(), call.isInterface())))
                                .orElse(false))
                .orElse(false);
    }
}
