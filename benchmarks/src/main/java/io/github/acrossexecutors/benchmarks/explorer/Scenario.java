package io.github.acrossexecutors.benchmarks.explorer;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.lang.annotation.Annotation;
import java.lang.invoke.CallSite;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * A scenario's parts as one would have written them by hand, {@code LostUpdate.Bug::new} and {@code bug -> bug.northGate()}: a tool
 * that rewrites classes sees no reflection. No record, because Lincheck cannot look into one.
 */
final class Scenario {

    final Maker maker;
    final List<Act> actors;
    final List<Act> checks;

    private Scenario(Maker maker, List<Act> actors, List<Act> checks) {
        this.maker = maker;
        this.actors = actors;
        this.checks = checks;
    }

    /** Makes a fresh scenario. */
    @FunctionalInterface
    public interface Maker {

        /** A fresh scenario. */
        Object fresh();
    }

    /** A method of a scenario. */
    @FunctionalInterface
    public interface Act {

        /** Call it. */
        void on(Object scenario) throws Exception;
    }

    static Scenario of(Class<?> type) throws Throwable {
        MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        MethodHandle constructor = lookup.findConstructor(type, MethodType.methodType(void.class));
        CallSite site = LambdaMetafactory.metafactory(
                lookup,
                "fresh",
                MethodType.methodType(Maker.class),
                MethodType.methodType(Object.class),
                constructor,
                MethodType.methodType(type));
        return new Scenario(
                (Maker) site.getTarget().invoke(), acts(lookup, type, Actor.class), acts(lookup, type, Check.class));
    }

    private static List<Act> acts(MethodHandles.Lookup lookup, Class<?> type, Class<? extends Annotation> annotation)
            throws Throwable {
        List<Act> acts = new ArrayList<>();
        for (Method method : type.getDeclaredMethods()) {
            if (method.isAnnotationPresent(annotation)) {
                CallSite site = LambdaMetafactory.metafactory(
                        lookup,
                        "on",
                        MethodType.methodType(Act.class),
                        MethodType.methodType(void.class, Object.class),
                        lookup.unreflect(method),
                        MethodType.methodType(void.class, type));
                acts.add((Act) site.getTarget().invoke());
            }
        }
        return acts;
    }
}
