package io.github.acrossexecutors;

import io.github.acrossexecutors.process.ProcessPool;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.TestFactory;
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

    /** Bodies that a model cannot execute: made of this JVM's memory, or in need of an executor it cannot be. */
    static void underModel(Method method, String model, boolean elsewhere, boolean processPool) {
        if (elsewhere && AnnotationSupport.isAnnotated(method, TestFactory.class)) {
            throw new ExtensionConfigurationException(
                    "@AcrossExecutors: " + method.getName() + "() is a test factory, and "
                            + model
                            + " cannot execute its dynamic tests: they are lambdas of this JVM, which cannot travel. Make it"
                            + " a @ParameterizedTest.");
        }
        for (Parameter parameter : BodyParameters.executors(method).toList()) {
            Class<?> type = parameter.getType();
            if (type.equals(ProcessPool.class) && !processPool) {
                throw new ExtensionConfigurationException("@AcrossExecutors: " + method.getName()
                        + "() declares a ProcessPool, which the model PROCESS_POOL alone has, not " + model
                        + "; say @AcrossExecutors(PROCESS_POOL), or declare an ExecutorService.");
            }
            if (elsewhere && !type.equals(ProcessPool.class)) {
                throw new ExtensionConfigurationException(
                        "@AcrossExecutors: " + method.getName() + "() declares a parameter"
                                + " of type " + type.getSimpleName() + ", which " + model
                                + " cannot be: its workers are other JVMs,"
                                + " and a lambda typed as Callable or Runnable cannot travel there. "
                                + (processPool
                                        ? "Declare a ProcessPool, whose submit takes a SerializableCallable."
                                        : "Leave the parameter out, and the copies of the body are the tasks."));
            }
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
