package io.github.acrossexecutors;

import io.github.acrossexecutors.process.ProcessPool;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Which parameters of a body get their arguments from here: a {@code Task} always; an executor, whose type is anybody's, only
 * if nobody else lays claim to it, by an annotation on the parameter or as the source of a parameterized test.
 */
final class BodyParameters {

    /** By its name: a class path need not have it. */
    private static final String PARAMETERIZED = "org.junit.jupiter.params.ParameterizedTest";

    private BodyParameters() {}

    /** Whether a body fans out itself. */
    static boolean isInjected(Method method) {
        return executors(method).findAny().isPresent();
    }

    /** The parameters of a body that get an executor from here. */
    static Stream<Parameter> executors(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> isExecutor(parameter.getType()))
                .filter(BodyParameters::isOurs);
    }

    /** Whether a parameter gets its argument from here. */
    static boolean supplies(Parameter parameter) {
        return parameter.getType().equals(Task.class) || (isExecutor(parameter.getType()) && isOurs(parameter));
    }

    private static boolean isOurs(Parameter parameter) {
        return parameter.getAnnotations().length == 0 && !isParameterized((Method) parameter.getDeclaringExecutable());
    }

    private static boolean isParameterized(Method method) {
        return ReflectionSupport.tryToLoadClass(
                        PARAMETERIZED, method.getDeclaringClass().getClassLoader())
                .toOptional()
                .map(type -> type.asSubclass(Annotation.class))
                .filter(type -> AnnotationSupport.isAnnotated(method, type))
                .isPresent();
    }

    static boolean isExecutor(Class<?> type) {
        return type.equals(Executor.class) || type.equals(ExecutorService.class) || type.equals(ProcessPool.class);
    }
}
