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
import java.util.List;

/**
 * A class that was found fit to be a scenario.
 *
 * @param type the class
 * @param actors its actors' names, in the order of the class file
 * @param checks its checks' names, in that order
 */
record ScenarioClass(Class<?> type, List<String> actors, List<String> checks) {

    private static final int FEWEST_ACTORS = 2;
    private static final int MOST_ACTORS = 3;
    private static final String INSTEAD =
            " Write a top-level or static nested class with a constructor without parameters instead.";

    static ScenarioClass of(Class<?> type) {
        refuseShape(type);
        List<String> order = Subject.methodNames(type);
        List<String> actors = annotated(type, Actor.class, order);
        List<String> checks = annotated(type, Check.class, order);
        if (actors.size() < FEWEST_ACTORS || actors.size() > MOST_ACTORS) {
            throw refusal(
                    type,
                    "has %d @Actor method(s): annotate two or three methods of the class itself"
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
    }

    private static List<String> annotated(Class<?> type, Class<? extends Annotation> annotation, List<String> order) {
        List<Method> found = new ArrayList<>();
        for (Method method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(annotation)) {
                refuseMethod(type, method, annotation);
                found.add(method);
            }
        }
        found.sort(Comparator.comparingInt((Method method) -> order.indexOf(method.getName()))
                .thenComparing(Method::getName));
        return found.stream().map(Method::getName).toList();
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
