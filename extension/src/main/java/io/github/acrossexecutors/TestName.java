package io.github.acrossexecutors;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Names a test without its model, so that its turns under all models are known as the same test.
 *
 * @param id tells it from every other test of the run: JUnit's unique identifier less the segments that stand for models
 * @param heading what a person reads: {@code PriceServiceTest.quotesAPrice}, or of one invocation among several {@code
 *     ExistingSuiteTest.parses [2] i=7}
 */
record TestName(String id, String heading) {

    private static final String OF_A_MODEL = "unique id of a model's invocation";

    /** Take note that a context is a model's turn. */
    static void leaveOut(ExtensionContext invocation) {
        invocation.getStore(AcrossExecutorsExtension.NAMESPACE).put(OF_A_MODEL, invocation.getUniqueId());
    }

    static TestName of(ExtensionContext context) {
        return context.getParent()
                .map(parent -> of(parent).with(context, parent))
                .orElseGet(() -> new TestName("", ""));
    }

    private TestName with(ExtensionContext context, ExtensionContext parent) {
        if (isLeftOut(context)) {
            return this;
        }
        String segment = context.getUniqueId().substring(parent.getUniqueId().length());
        return new TestName(id + segment, heading + part(context, parent));
    }

    /** A store finds what an enclosing context has put, hence the comparison. */
    private static boolean isLeftOut(ExtensionContext context) {
        Object noted = context.getStore(AcrossExecutorsExtension.NAMESPACE).get(OF_A_MODEL);
        return context.getUniqueId().equals(noted);
    }

    private static String part(ExtensionContext context, ExtensionContext parent) {
        boolean isMethod =
                context.getTestMethod().isPresent() && parent.getTestMethod().isEmpty();
        if (isMethod) {
            return "." + name(context.getRequiredTestMethod());
        }
        boolean isClass = context.getTestMethod().isEmpty()
                && context.getTestClass().isPresent()
                && !context.getTestClass().equals(parent.getTestClass());
        if (isClass) {
            Class<?> type = context.getRequiredTestClass();
            return parent.getTestClass().isPresent() ? "." + type.getSimpleName() : withoutPackage(type);
        }
        return " " + context.getDisplayName().replaceAll("\\p{Cntrl}+", " ");
    }

    /** Methods of one name are told apart by their parameters. */
    private static String name(Method method) {
        long alike = Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
                .filter(other -> other.getName().equals(method.getName()))
                .count();
        String parameters = Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", "(", ")"));
        return alike == 1 ? method.getName() : method.getName() + parameters;
    }

    private static String withoutPackage(Class<?> type) {
        String packageName = type.getPackageName();
        String name = packageName.isEmpty() ? type.getName() : type.getName().substring(packageName.length() + 1);
        return name.replace('$', '.');
    }
}
