package io.github.acrossexecutors.process;

import java.io.Externalizable;
import java.io.Serializable;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the way from an object to the first part of it that is not serializable.
 *
 * <p>It follows what serialization follows: captured arguments of lambdas, elements of arrays, collections and maps, fields
 * that are neither static nor transient. What Java does not let it look into it skips.
 */
final class FieldPath {

    private static final int DEEPEST = 200;

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private FieldPath() {}

    /** Returns such as {@code task.captured[0].connection}, or nothing where the way is not found. */
    static String toUnserializable(String what, @Nullable Object object) {
        @Nullable String path = new FieldPath().search(what, object, 0);
        return path == null ? "" : path;
    }

    private @Nullable String search(String path, @Nullable Object object, int depth) {
        if (object == null || depth > DEEPEST || !seen.add(object)) {
            return null;
        }
        if (!(object instanceof Serializable)) {
            return path;
        }
        if (object instanceof Externalizable || object instanceof String || object instanceof Enum) {
            return null;
        }
        if (object instanceof Object[] elements) {
            return searchAll(path, java.util.Arrays.asList(elements), depth);
        }
        if (object instanceof Collection<?> elements) {
            return searchAll(path, elements, depth);
        }
        if (object instanceof Map<?, ?> map) {
            @Nullable String key = searchAll(path + ".keys", map.keySet(), depth);
            return key == null ? searchAll(path + ".values", map.values(), depth) : key;
        }
        @Nullable SerializedLambda lambda = asLambda(object);
        return lambda == null ? searchFields(path, object, depth) : searchCaptured(path, lambda, depth);
    }

    private @Nullable String searchAll(String path, Collection<?> elements, int depth) {
        int index = 0;
        for (Object element : elements) {
            @Nullable String found = search(path + "[" + index++ + "]", element, depth + 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable String searchCaptured(String path, SerializedLambda lambda, int depth) {
        for (int i = 0; i < lambda.getCapturedArgCount(); i++) {
            @Nullable String found = search(path + ".captured[" + i + "]", lambda.getCapturedArg(i), depth + 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable String searchFields(String path, Object object, int depth) {
        for (Class<?> type = object.getClass();
                type != null && Serializable.class.isAssignableFrom(type);
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                @Nullable String found = search(path + "." + field.getName(), value(field, object), depth + 1);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable Object value(Field field, Object of) {
        if ((field.getModifiers() & (Modifier.STATIC | Modifier.TRANSIENT)) != 0
                || field.getType().isPrimitive()) {
            return null;
        }
        try {
            return field.trySetAccessible() ? field.get(of) : null;
        } catch (IllegalAccessException e) {
            return null;
        }
    }

    private static @Nullable SerializedLambda asLambda(Object object) {
        if (!object.getClass().isSynthetic()) {
            return null;
        }
        try {
            Method writeReplace = object.getClass().getDeclaredMethod("writeReplace");
            return writeReplace.trySetAccessible() && writeReplace.invoke(object) instanceof SerializedLambda lambda
                    ? lambda
                    : null;
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }
}
