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
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Keeps other tests away while time is measured: with more than one round a test holds {@link Resources#GLOBAL}.
 *
 * <p>JUnit asks while it discovers tests and hands over classes and methods alone, so the settings are read from the
 * system properties and from {@code junit-platform.properties} here.
 */
final class TimedTestLocks implements ResourceLocksProvider {

    @Override
    public Set<Lock> provideForClass(Class<?> testClass) {
        return locks(testClass);
    }

    @Override
    public Set<Lock> provideForNestedClass(List<Class<?>> enclosingInstanceTypes, Class<?> testClass) {
        return locks(testClass);
    }

    @Override
    public Set<Lock> provideForMethod(List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
        return locks(testMethod);
    }

    private static Set<Lock> locks(AnnotatedElement element) {
        return AnnotationSupport.findAnnotation(element, AcrossExecutors.class)
                .filter(TimedTestLocks::isTimed)
                .map(annotation -> Set.of(new Lock(Resources.GLOBAL)))
                .orElse(Set.of());
    }

    private static boolean isTimed(AcrossExecutors annotation) {
        int rounds = annotation.rounds();
        return rounds == AcrossExecutors.UNSET ? !configuredRounds().equals("1") : rounds > 1;
    }

    private static String configuredRounds() {
        return Optional.ofNullable(System.getProperty(Parameters.ROUNDS))
                .or(() -> Optional.ofNullable(platformProperties().getProperty(Parameters.ROUNDS)))
                .orElse("1")
                .trim();
    }

    private static Properties platformProperties() {
        Properties properties = new Properties();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
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
