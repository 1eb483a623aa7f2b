package io.github.acrossexecutors;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** Uses of the annotation that JUnit would carry out in some other way than its reader expects. */
final class Refusals {

    private static final String CONTINUATION = "kotlin.coroutines.Continuation";

    private Refusals() {}

    static void ofMethod(Method method) {
        refuseSuspend(method);
        rival(method, Testable.class).ifPresent(rival -> {
            String remedy = rival.equals("Test")
                    ? "remove @Test: @AcrossExecutors makes a method a test by itself."
                    : "put @AcrossExecutors on the class: every @" + rival + " in it then runs under each model.";
            throw new ExtensionConfigurationException("@AcrossExecutors and @" + rival + " cannot both make a test of "
                    + method.getName() + "(); " + remedy);
        });
    }

    static void ofClass(Class<?> type) {
        rival(type, ClassTemplate.class).ifPresent(rival -> {
            throw new ExtensionConfigurationException("@AcrossExecutors and @" + rival
                    + " cannot both be class templates of " + type.getSimpleName()
                    + ": their invocations would be added up, not combined. Keep @" + rival
                    + " on the class and put @AcrossExecutors on its methods.");
        });
    }

    /** A suspend function returns when it first suspends, which a worker would take for its end. */
    static void refuseSuspend(Method method) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length > 0 && types[types.length - 1].getName().equals(CONTINUATION)) {
            throw new ExtensionConfigurationException("@AcrossExecutors cannot execute " + method.getName()
                    + "(): a Kotlin suspend function. Make it an ordinary function that calls runBlocking { ... }.");
        }
    }

    private static Optional<String> rival(AnnotatedElement element, Class<? extends Annotation> marker) {
        return others(element)
                .filter(type -> AnnotationSupport.isAnnotated(type, marker))
                .map(Class::getSimpleName)
                .findFirst();
    }

    /** The annotations beside ours, those that one composed annotation puts beside it included. */
    private static Stream<Class<? extends Annotation>> others(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .<Class<? extends Annotation>>map(Annotation::annotationType)
                .filter(type -> !type.equals(AcrossExecutors.class))
                .flatMap(type ->
                        AnnotationSupport.isAnnotated(type, AcrossExecutors.class) ? others(type) : Stream.of(type));
    }
}
