package io.github.acrossexecutors;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Routes what JUnit invokes to the session of the test, for one model or one expectation.
 *
 * <p>It is in force for everything below an annotated element, yet stands aside for what has an annotation of its own.
 */
final class ModelExtension implements BeforeEachCallback, AfterEachCallback, InvocationInterceptor, ParameterResolver {

    private final AnnotatedElement owner;
    private final Function<ExtensionContext, TestSession> opening;

    ModelExtension(AnnotatedElement owner, Function<ExtensionContext, TestSession> opening) {
        this.owner = owner;
        this.opening = opening;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (AcrossExecutorsExtension.isRuledBy(owner, context)) {
            context.getStore(AcrossExecutorsExtension.NAMESPACE).put(this, opening.apply(context));
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        TestSession session = session(context);
        if (session != null) {
            try (session) {
                session.finish(context);
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameterContext, ExtensionContext context) {
        TestSession session = session(context);
        return session != null
                && parameterContext
                        .getDeclaringExecutable()
                        .equals(context.getTestMethod().orElse(null))
                && BodyParameters.supplies(parameterContext.getParameter());
    }

    @Override
    public Object resolveParameter(ParameterContext parameterContext, ExtensionContext context) {
        TestSession session = session(context);
        if (session == null) {
            throw new IllegalStateException("no session for " + parameterContext);
        }
        return session.resolve(parameterContext.getParameter().getType());
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        lifecycle(invocation, context);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        lifecycle(invocation, context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        body(invocation, BodyCalls.of(invocation, call), context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        body(invocation, BodyCalls.of(invocation, call), context);
    }

    @Override
    public void interceptDynamicTest(
            Invocation<@Nullable Void> invocation, DynamicTestInvocationContext call, ExtensionContext context)
            throws Throwable {
        TestSession session = session(context);
        if (session == null) {
            invocation.proceed();
        } else {
            session.dynamicTest(BodyCalls.of(invocation, call), context);
        }
    }

    /** A factory runs where its dynamic tests' life-cycle methods do. */
    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // T may be a nullable type, as in JUnit
    public <T> T interceptTestFactoryMethod(
            Invocation<T> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        return (T) lifecycle(invocation, context);
    }

    private @Nullable Object lifecycle(Invocation<?> invocation, ExtensionContext context) throws Throwable {
        TestSession session = session(context);
        if (session == null) {
            return invocation.proceed();
        }
        BodyCalls calls = BodyCalls.of(invocation);
        session.lifecycle(calls);
        return calls.returned();
    }

    private void body(Invocation<@Nullable Void> invocation, BodyCalls calls, ExtensionContext context)
            throws Throwable {
        TestSession session = session(context);
        if (session == null) {
            invocation.proceed();
        } else {
            session.body(calls, context);
        }
    }

    private @Nullable TestSession session(ExtensionContext context) {
        return context.getStore(AcrossExecutorsExtension.NAMESPACE).get(this, TestSession.class);
    }
}
