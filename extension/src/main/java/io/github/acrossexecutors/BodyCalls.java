package io.github.acrossexecutors;

import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The ways to call one body: through JUnit's chain of interceptors the first time, reflectively ever after.
 *
 * <p>JUnit wants an invocation to be passed on or skipped exactly once. Whoever wins {@code claimed} passes it on, be it a
 * worker; a session that ends without anyone having done so skips it.
 */
final class BodyCalls {

    private final Invocation<@Nullable Void> invocation;
    private final @Nullable ReflectiveInvocationContext<Method> call;
    private final AtomicBoolean claimed = new AtomicBoolean();

    private BodyCalls(Invocation<@Nullable Void> invocation, @Nullable ReflectiveInvocationContext<Method> call) {
        this.invocation = invocation;
        this.call = call;
    }

    static BodyCalls of(Invocation<@Nullable Void> invocation) {
        return new BodyCalls(invocation, null);
    }

    static BodyCalls of(Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> call) {
        return new BodyCalls(invocation, call);
    }

    /** Pass the invocation on, for what is no body. */
    void proceed() throws Throwable {
        if (claimed.compareAndSet(false, true)) {
            invocation.proceed();
        }
    }

    /** Call the body as the given task, and wait for the stages it names. JUnit has resolved the first task already. */
    void call(BodyTask task) throws Throwable {
        if (task.index() == 0 && task.round() == 1) {
            proceed();
        } else if (call != null) {
            ReflectionSupport.invokeMethod(
                    call.getExecutable(), call.getTarget().orElse(null), arguments(call.getArguments(), task));
        }
        task.awaitStages();
    }

    void skipUnlessCalled() {
        if (claimed.compareAndSet(false, true)) {
            invocation.skip();
        }
    }

    private static Object[] arguments(List<Object> resolved, BodyTask task) {
        return resolved.stream()
                .map(argument -> argument instanceof Task ? task : argument)
                .toArray();
    }
}
