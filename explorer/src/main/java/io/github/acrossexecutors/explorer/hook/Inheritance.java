package io.github.acrossexecutors.explorer.hook;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** What a class of the subject's has from the JDK: an LRU cache that extends {@code LinkedHashMap}. */
final class Inheritance {

    private static final ClassValue<Set<String>> OWN_METHODS = new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> type) {
            Set<String> names = new HashSet<>();
            for (Class<?> each = type; isSubjects(each); each = each.getSuperclass()) {
                Arrays.stream(each.getDeclaredMethods()).map(Method::getName).forEach(names::add);
            }
            return Set.copyOf(names);
        }
    };

    private Inheritance() {}

    /** The nearest class that is not the subject's; {@code Object} where that has no contents of its own. */
    static Class<?> root(Class<?> type) {
        Class<?> root = type;
        while (isSubjects(root)) {
            root = root.getSuperclass();
        }
        boolean copied = root.getName().startsWith(Receivers.COPIES);
        return Modifier.isAbstract(root.getModifiers()) && !copied ? Object.class : root;
    }

    /** Whether the subject has a method of that name in place of the JDK's. */
    static boolean overrides(Class<?> type, String method) {
        return isSubjects(type) && OWN_METHODS.get(type).contains(method);
    }

    /** Whether a class is the subject's own. */
    static boolean isSubjects(Class<?> type) {
        return type.getClassLoader() instanceof Watched && type.getSuperclass() != null;
    }
}
