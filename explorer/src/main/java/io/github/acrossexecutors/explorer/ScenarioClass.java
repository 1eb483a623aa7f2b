package io.github.acrossexecutors.explorer;

import io.github.acrossexecutors.explorer.search.Limits;
import io.github.acrossexecutors.explorer.search.Search;
import io.github.acrossexecutors.explorer.weave.Subject;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A class that was found fit to be a scenario.
 *
 * @param type the class
 * @param actors its actors' names, in the order of the class file, superclasses first
 * @param checks its checks' names, in that order
 */
record ScenarioClass(Class<?> type, List<String> actors, List<String> checks) {

    private static final int FEWEST_ACTORS = 2;
    private static final int MOST_ACTORS = 3;
    private static final String INSTEAD =
            " Write a top-level or static nested class with a constructor without parameters instead.";

    static ScenarioClass of(Class<?> type) {
        refuseShape(type);
        List<String> actors = annotated(type, Actor.class);
        List<String> checks = annotated(type, Check.class);
        if (actors.size() < FEWEST_ACTORS || actors.size() > MOST_ACTORS) {
            throw refusal(
                    type,
                    "has %d @Actor method(s): annotate two or three methods of it or of its superclasses"
                            .formatted(actors.size()));
        }
        return new ScenarioClass(type, actors, checks);
    }

    private static void refuseShape(Class<?> type) {
        if (type.isHidden() || type.isSynthetic()) {
            throw refusal(
                    type,
                    "is a lambda, which cannot cross into the explorer's class loader: its classes are loaded anew, rewritten."
                            + INSTEAD);
        }
        if (type.isAnonymousClass() || type.isLocalClass()) {
            throw refusal(
                    type,
                    "is a local or anonymous class; it belongs to a method's call, which cannot cross into the explorer's"
                            + " class loader." + INSTEAD);
        }
        if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
            throw refusal(
                    type,
                    "is an inner class; the object it belongs to cannot cross into the explorer's class loader."
                            + " Make it static.");
        }
        if (type.isInterface()
                || type.isEnum()
                || type.isPrimitive()
                || type.isArray()
                || Modifier.isAbstract(type.getModifiers())) {
            throw refusal(type, "cannot be instantiated." + INSTEAD);
        }
        if (Arrays.stream(type.getDeclaredConstructors()).noneMatch(each -> each.getParameterCount() == 0)) {
            throw refusal(type, "has no constructor without parameters: each schedule makes a fresh instance with it.");
        }
        if (type.getClassLoader() == null) {
            throw refusal(type, "is a class of the JDK, which the explorer does not rewrite.");
        }
        if (!Subject.rewrites(type)) {
            throw refusal(
                    type,
                    "lies in a package that the explorer leaves as it is, " + type.getPackageName()
                            + ", so nothing could be seen of it. Move it to a package of your own.");
        }
    }

    /** Those of superclasses first; where a method is overridden, the overriding one says what it is. */
    private static List<String> annotated(Class<?> type, Class<? extends Annotation> annotation) {
        Set<String> found = new LinkedHashSet<>();
        for (Class<?> each : lineage(type)) {
            List<String> order = Subject.methodNames(each);
            Arrays.stream(each.getDeclaredMethods())
                    .sorted(Comparator.comparingInt((Method method) -> order.indexOf(method.getName()))
                            .thenComparing(Method::getName))
                    .forEach(method -> {
                        if (method.isAnnotationPresent(annotation)) {
                            refuseMethod(each, method, annotation);
                            found.add(method.getName());
                        } else if (method.getParameterCount() == 0) {
                            found.remove(method.getName());
                        }
                    });
        }
        for (Method method : type.getMethods()) {
            if (method.getDeclaringClass().isInterface() && method.isAnnotationPresent(annotation)) {
                throw new IllegalArgumentException("@%s %s.%s stands in an interface: move it to the scenario's class."
                        .formatted(
                                annotation.getSimpleName(),
                                method.getDeclaringClass().getSimpleName(),
                                method.getName()));
            }
        }
        return List.copyOf(found);
    }

    private static List<Class<?>> lineage(Class<?> type) {
        List<Class<?>> lineage = new ArrayList<>();
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            lineage.addFirst(each);
        }
        return lineage;
    }

    private static void refuseMethod(Class<?> type, Method method, Class<? extends Annotation> annotation) {
        String named = "@%s %s.%s".formatted(annotation.getSimpleName(), type.getSimpleName(), method.getName());
        if (method.getParameterCount() > 0) {
            throw new IllegalArgumentException(
                    named + " has parameters: what it needs belongs into fields of the scenario.");
        }
        if (Modifier.isAbstract(method.getModifiers())) {
            throw new IllegalArgumentException(named + " is abstract.");
        }
        if (method.isAnnotationPresent(Actor.class) && method.isAnnotationPresent(Check.class)) {
            throw new IllegalArgumentException(named + " is both @Actor and @Check: make two methods of it.");
        }
    }

    private static IllegalArgumentException refusal(Class<?> type, String why) {
        return new IllegalArgumentException(type.getName() + " is no scenario: it " + why);
    }

    String name() {
        String name = type.getName();
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }

    Search search(Bounds bounds) {
        return new Search(
                new Subject(type),
                actors,
                checks,
                new Limits(bounds.preemptions(), bounds.schedules(), bounds.steps(), bounds.time()));
    }
}
