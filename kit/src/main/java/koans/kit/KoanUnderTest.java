package koans.kit;

import java.lang.reflect.Method;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koans.kit.KoanText.GuaranteeText;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The koan that a test class judges.
 *
 * @param id the koan's id
 * @param subject the simple name of the learner's class
 * @param text the koan's text
 */
record KoanUnderTest(String id, String subject, KoanText text) {

    private static final Pattern TEST_NAME = Pattern.compile("((K\\d{4})\\w+)Test");

    static KoanUnderTest of(Class<?> testClass) {
        Matcher name = TEST_NAME.matcher(testClass.getSimpleName());
        if (!name.matches()) {
            throw new KoanTextException("@Koan belongs on a class named like K0104JoinAndCollectTest, not on "
                    + testClass.getSimpleName() + ": the id before the name finds the text.");
        }
        String id = name.group(2);
        return new KoanUnderTest(id, name.group(1), KoanText.load(id, testClass.getClassLoader()));
    }

    Class<?> subjectBeside(Class<?> testClass) {
        String name = testClass.getPackageName() + "." + subject;
        try {
            return Class.forName(name, false, testClass.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new KoanTextException(
                    "The class " + name + ", which " + testClass.getSimpleName() + " judges, is not on the class path.",
                    e);
        }
    }

    GuaranteeText guarantee(Method testMethod) {
        return AnnotationSupport.findAnnotation(testMethod, Guarantee.class)
                .map(guarantee -> text.guarantee(guarantee.value()))
                .orElseThrow(() -> new KoanTextException("The test method " + testMethod.getName() + " of koan " + id
                        + " lacks @Guarantee: every method of a koan's test judges one."));
    }
}
