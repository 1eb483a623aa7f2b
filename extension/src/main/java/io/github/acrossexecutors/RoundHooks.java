package io.github.acrossexecutors;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The methods that run around each round.
 *
 * @param instance the test instance
 * @param beforeMethods those before, superclasses first
 * @param afterMethods those after, superclasses last
 */
record RoundHooks(Object instance, List<Method> beforeMethods, List<Method> afterMethods) {

    static RoundHooks of(Object instance) {
        return new RoundHooks(
                instance,
                methods(instance, BeforeRound.class, HierarchyTraversalMode.TOP_DOWN),
                methods(instance, AfterRound.class, HierarchyTraversalMode.BOTTOM_UP));
    }

    private static List<Method> methods(
            Object instance, Class<? extends Annotation> annotation, HierarchyTraversalMode order) {
        List<Method> methods = AnnotationSupport.findAnnotatedMethods(instance.getClass(), annotation, order);
        for (Method method : methods) {
            if (method.getParameterCount() > 0 || Modifier.isStatic(method.getModifiers())) {
                throw new ExtensionConfigurationException("@" + annotation.getSimpleName() + ": " + method.getName()
                        + "() must be an instance method without parameters.");
            }
        }
        return methods;
    }

    void before() {
        beforeMethods.forEach(method -> ReflectionSupport.invokeMethod(method, instance));
    }

    void after() {
        afterMethods.forEach(method -> ReflectionSupport.invokeMethod(method, instance));
    }
}
