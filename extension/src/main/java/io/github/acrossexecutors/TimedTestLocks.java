package io.github.acrossexecutors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Keeps other tests away while time is measured: with more than one round, warm-up included, a test holds
 * {@link Resources#GLOBAL}.
 *
 * <p>JUnit asks while it discovers tests and hands over classes and methods alone, so the settings are read from the
 * system properties and from {@code junit-platform.properties} here.
 */
final class TimedTestLocks implements ResourceLocksProvider {

    /** Before JUnit 5.14 a class template whose inside declares a lock fails, so there is none to be had. */
    private static final boolean LOCKS_WORK_IN_CLASS_TEMPLATES = ReflectionSupport.tryToLoadClass(
                    "org.junit.jupiter.api.MediaType", Test.class.getClassLoader())
            .toOptional()
            .isPresent();

    @Override
    public Set<Lock> provideForClass(Class<?> testClass) {
        return locks(testClass, List.of(), testClass);
    }

    @Override
    public Set<Lock> provideForNestedClass(List<Class<?>> enclosingInstanceTypes, Class<?> testClass) {
        return locks(testClass, enclosingInstanceTypes, testClass);
    }

    @Override
    public Set<Lock> provideForMethod(List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
        return locks(testMethod, enclosingInstanceTypes, testClass);
    }

    private static Set<Lock> locks(AnnotatedElement element, List<Class<?>> enclosing, Class<?> testClass) {
        boolean inClassTemplate = Stream.concat(enclosing.stream(), Stream.of(testClass))
                .anyMatch(type -> AnnotationSupport.isAnnotated(type, ClassTemplate.class));
        if (inClassTemplate && !LOCKS_WORK_IN_CLASS_TEMPLATES) {
            return Set.of();
        }
        return AnnotationSupport.findAnnotation(element, AcrossExecutors.class)
                .filter(TimedTestLocks::isTimed)
                .map(annotation -> Set.of(new Lock(Resources.GLOBAL)))
                .orElse(Set.of());
    }

    private static boolean isTimed(AcrossExecutors annotation) {
        return isAbove(1, annotation.rounds(), Parameters.ROUNDS)
                || isAbove(0, annotation.warmups(), Parameters.WARMUPS);
    }

    /** A parameter that is no number is refused later, by whoever reads it in earnest; here it takes the lock. */
    private static boolean isAbove(int limit, int attribute, String key) {
        return attribute == AcrossExecutors.UNSET
                ? configured(key)
                        .filter(text -> !text.equals(Integer.toString(limit)))
                        .isPresent()
                : attribute > limit;
    }

    private static Optional<String> configured(String key) {
        return Optional.ofNullable(System.getProperty(key))
                .or(() -> Optional.ofNullable(platformProperties().getProperty(key)))
                .map(String::trim);
    }

    private static Properties platformProperties() {
        Properties properties = new Properties();
        ClassLoader loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(ClassLoader::getSystemClassLoader);
        try (InputStream file = loader.getResourceAsStream("junit-platform.properties")) {
            if (file != null) {
                properties.load(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("junit-platform.properties cannot be read", e);
        }
        return properties;
    }
}
