package io.github.acrossexecutors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Keeps other tests away while time is measured: with more than one round, warm-up included, or with an expectation that
 * is not switched off, a test holds {@link Resources#GLOBAL}.
 *
 * <p>JUnit asks while it discovers tests and hands over classes and methods alone, so the settings are read from the
 * system properties and from {@code junit-platform.properties} here.
 *
 * <p>The tests of an annotated class hold the lock, never the class itself: JUnit up to 5.14.1 and 6.0.1 fails a class
 * template that declares a lock of its own. JUnit lifts the locks of tests to their class in any case.
 *
 * <p>An older JUnit asks before {@link JUnitVersionCheck} can refuse it: nothing here may need a type newer than 5.12.
 */
final class TimedTestLocks implements ResourceLocksProvider {

    @Override
    public Set<Lock> provideForMethod(List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
        List<AnnotatedElement> nearestFirst = new ArrayList<>(enclosingInstanceTypes);
        nearestFirst.add(testClass);
        nearestFirst.add(testMethod);
        Collections.reverse(nearestFirst);
        if (isJudged(testMethod)) {
            return Set.of(new Lock(Resources.GLOBAL));
        }
        return nearestFirst.stream()
                .flatMap(element -> AnnotationSupport.findAnnotation(element, AcrossExecutors.class).stream())
                .findFirst()
                .filter(TimedTestLocks::isTimed)
                .map(annotation -> Set.of(new Lock(Resources.GLOBAL)))
                .orElse(Set.of());
    }

    private static boolean isJudged(Method method) {
        return !AnnotationSupport.findRepeatableAnnotations(method, ExpectSpeedup.class)
                        .isEmpty()
                && configured(Parameters.SPEEDUP)
                        .filter("off"::equalsIgnoreCase)
                        .isEmpty();
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
