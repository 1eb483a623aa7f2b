package koans.kit;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Gives a koan's test its parameters and runs each method under the {@link Watchdog}. */
final class KoanExtension implements BeforeAllCallback, ParameterResolver, InvocationInterceptor {

    private static final Namespace NAMESPACE = Namespace.create(KoanExtension.class);

    /**
     * Reads the text before any test runs, so that a broken text fails the class once and not each method; and warms the
     * explorer, which must not count against a deadline either.
     */
    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(NAMESPACE).put(KoanUnderTest.class, KoanUnderTest.of(context.getRequiredTestClass()));
        if (EveryOrder.isUsedBy(context.getRequiredTestClass())) {
            EveryOrder.warmUp();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Seen.class || type == SlowSite.class || type == Rules.class;
    }

    /** Runs on JUnit's thread: starting the site's server and reading classes do not count against the deadline. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == SlowSite.class) {
            return context.getStore(NAMESPACE)
                    .getOrComputeIfAbsent(SlowSite.class, type -> SlowSite.open(), SlowSite.class);
        }
        KoanUnderTest koan = koan(context);
        if (parameter.getParameter().getType() == Rules.class) {
            return Rules.of(koan.subjectBeside(context.getRequiredTestClass()));
        }
        return new Seen(koan.text(), koan.guarantee(context.getRequiredTestMethod()));
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation,
            ReflectiveInvocationContext<Method> invocationContext,
            ExtensionContext context)
            throws Throwable {
        KoanUnderTest koan = koan(context);
        String name = koan.id() + " " + invocationContext.getExecutable().getName();
        koan.guarantee(invocationContext.getExecutable());
        Watchdog.fromSettings(koan.subject()).run(name, invocation::proceed);
    }

    private static KoanUnderTest koan(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(KoanUnderTest.class, KoanUnderTest.class);
    }
}
