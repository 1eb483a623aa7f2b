package io.github.acrossexecutors.explorer.hook;

import io.github.acrossexecutors.explorer.trace.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.invoke.VarHandle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a variable handle stands for, named as it is where it is used without the handle.
 *
 * @param owner the object or the array; the class of a static field
 * @param name the field's name or the element's index
 * @param known how a person calls it
 */
record Variable(Object owner, Object name, String known) {

    /** How arrays are called by {@link VarHandle#describeConstable()}. */
    private static final String UNNAMED = "_";

    static Variable of(VarHandle handle, @Nullable Object object, int index, Class<?> user) {
        if (object != null && object.getClass().isArray()) {
            return new Variable(object, index, object.getClass().getSimpleName());
        }
        Optional<DynamicConstantDesc<?>> field = field(handle);
        String known = field.map(Variable::shown).orElse("element");
        if (object != null) {
            return new Variable(object, known, known);
        }
        return new Variable(field.isPresent() ? owner(field.get(), user) : user, known, known);
    }

    /** A handle's first argument is whose variable it is, but for a static field, where it may be the value. */
    static @Nullable Object owner(VarHandle handle, @Nullable Object argument) {
        return handle.coordinateTypes().isEmpty() ? null : argument;
    }

    /** Within the JDK, where an array is one variable: too many edges blame nobody. */
    static String nameOf(VarHandle handle) {
        return field(handle).map(Variable::shown).orElse("element");
    }

    private static Optional<DynamicConstantDesc<?>> field(VarHandle handle) {
        return handle.describeConstable()
                .filter(described -> !described.constantName().equals(UNNAMED))
                .map(described -> described);
    }

    private static String shown(DynamicConstantDesc<?> field) {
        return type(field).map(type -> Label.simpleType(type.displayName())).orElse("") + "." + field.constantName();
    }

    private static Optional<ClassDesc> type(DynamicConstantDesc<?> field) {
        return !field.bootstrapArgsList().isEmpty() && field.bootstrapArgsList().getFirst() instanceof ClassDesc type
                ? Optional.of(type)
                : Optional.empty();
    }

    private static Class<?> owner(DynamicConstantDesc<?> field, Class<?> user) {
        String descriptor = type(field).map(ClassDesc::descriptorString).orElse("");
        if (!descriptor.startsWith("L")) {
            return user;
        }
        String name = descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
        try {
            return Class.forName(name, false, user.getClassLoader());
        } catch (ClassNotFoundException elsewhere) {
            return user;
        }
    }
}
