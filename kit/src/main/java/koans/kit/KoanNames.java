package koans.kit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Names a koan's test by its title and its methods by the guarantees they judge. Where the text cannot be read the
 * plain names stand, so that the test runs and says itself what is wrong with the text.
 */
final class KoanNames extends DisplayNameGenerator.Standard {

    @Override
    public String generateDisplayNameForClass(Class<?> testClass) {
        return orElse(() -> title(testClass), testClass.getSimpleName());
    }

    @Override
    public String generateDisplayNameForMethod(
            List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
        return AnnotationSupport.findAnnotation(testMethod, Guarantee.class)
                .map(guarantee -> orElse(() -> sentence(testClass, guarantee.value()), testMethod.getName()))
                .orElse(testMethod.getName());
    }

    private static String title(Class<?> testClass) {
        KoanText text = KoanUnderTest.of(testClass).text();
        return text.number() + " " + text.title();
    }

    private static String sentence(Class<?> testClass, int number) {
        return number + ". "
                + KoanUnderTest.of(testClass).text().guarantee(number).sentence();
    }

    private static String orElse(Supplier<String> name, String plain) {
        try {
            return name.get();
        } catch (KoanTextException e) {
            return plain;
        }
    }
}
