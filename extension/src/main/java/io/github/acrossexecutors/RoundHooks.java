package io.github.acrossexecutors;

import io.github.acrossexecutors.timing.Round;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.TestInstances;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The methods that run around each round, in the order of {@code BeforeEach} and {@code AfterEach} methods.
 *
 * @param before those before: of enclosing instances first, superclasses first
 * @param after those after: of enclosing instances last, superclasses last
 */
record RoundHooks(List<Hook> before, List<Hook> after) {

    /** One such method of one instance. */
    record Hook(Class<? extends Annotation> annotation, Object instance, Method method) {

        /** Call it, unless it wants the round and there is none. */
        void call(Optional<Round> round) {
            if (method.getParameterCount() == 0) {
                ReflectionSupport.invokeMethod(method, instance);
            } else {
                round.ifPresent(ended -> ReflectionSupport.invokeMethod(method, instance, ended));
            }
        }

        @Override
        public String toString() {
            return "@" + annotation.getSimpleName() + " " + method.getName() + "()";
        }
    }

    static RoundHooks of(TestInstances instances) {
        List<Object> outermostFirst = instances.getAllInstances();
        List<Object> innermostFirst = new ArrayList<>(outermostFirst);
        Collections.reverse(innermostFirst);
        return new RoundHooks(
                hooks(outermostFirst, BeforeRound.class, HierarchyTraversalMode.TOP_DOWN),
                hooks(innermostFirst, AfterRound.class, HierarchyTraversalMode.BOTTOM_UP));
    }

    private static List<Hook> hooks(
            List<Object> instances, Class<? extends Annotation> annotation, HierarchyTraversalMode order) {
        return instances.stream()
                .flatMap(instance ->
                        AnnotationSupport.findAnnotatedMethods(instance.getClass(), annotation, order).stream()
                                .map(method -> new Hook(annotation, instance, checked(method, annotation))))
                .toList();
    }

    private static Method checked(Method method, Class<? extends Annotation> annotation) {
        boolean mayTakeRound = annotation.equals(AfterRound.class);
        List<Class<?>> types = List.of(method.getParameterTypes());
        boolean parametersFit = types.isEmpty() || (mayTakeRound && types.equals(List.of(Round.class)));
        if (!parametersFit || Modifier.isStatic(method.getModifiers()) || method.getReturnType() != void.class) {
            throw new ExtensionConfigurationException("@" + annotation.getSimpleName() + ": " + method.getName()
                    + "() must be an instance method that takes "
                    + (mayTakeRound ? "a Round or no parameters" : "no parameters") + " and returns nothing.");
        }
        return method;
    }
}
