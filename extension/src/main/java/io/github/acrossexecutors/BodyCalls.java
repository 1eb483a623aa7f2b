package io.github.acrossexecutors;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The ways to call one body: through JUnit's chain of interceptors the first time, directly ever after.
 *
 * <p>JUnit wants an invocation to be passed on or skipped exactly once. Whoever wins {@code claimed} passes it on, be it a
 * worker; a session that ends without anyone having done so skips it.
 */
final class BodyCalls {

    private final Invocation<?> invocation;
    private final Copy copy;
    private final AtomicBoolean claimed = new AtomicBoolean();
    /** Written by whoever passes the invocation on, read by JUnit's thread once that has ended. */
    private volatile @Nullable Object returned;

    /** A call beside the chain of interceptors. */
    private interface Copy {
        void call(BodyTask task) throws Throwable;
    }

    private BodyCalls(Invocation<?> invocation, Copy copy) {
        this.invocation = invocation;
        this.copy = copy;
    }

    /** Of what is called once in any case. */
    static BodyCalls of(Invocation<?> invocation) {
        return new BodyCalls(invocation, task -> {});
    }

    static BodyCalls of(Invocation<?> invocation, ReflectiveInvocationContext<Method> call) {
        int[] ours = ours(call.getExecutable());
        return new BodyCalls(
                invocation,
                task -> ReflectionSupport.invokeMethod(
                        call.getExecutable(), call.getTarget().orElse(null), arguments(call, ours, task)));
    }

    static BodyCalls of(Invocation<?> invocation, DynamicTestInvocationContext call) {
        return new BodyCalls(invocation, task -> call.getExecutable().execute());
    }

    /** Pass the invocation on, if nobody has. */
    void proceed() throws Throwable {
        if (claimed.compareAndSet(false, true)) {
            returned = invocation.proceed();
        }
    }

    /** Call the body as a further task. */
    void callAgain(BodyTask task) throws Throwable {
        copy.call(task);
    }

    void skipUnlessCalled() {
        if (claimed.compareAndSet(false, true)) {
            invocation.skip();
        }
    }

    /** What the call that was passed on has returned. */
    @Nullable
    Object returned() {
        return returned;
    }

    /** The parameters whose arguments are the task's own. */
    private static int[] ours(Method method) {
        Parameter[] parameters = method.getParameters();
        return IntStream.range(0, parameters.length)
                .filter(index -> BodyParameters.supplies(parameters[index]))
                .toArray();
    }

    /** What JUnit has resolved, with the task's own in place of the first one's. */
    private static Object[] arguments(ReflectiveInvocationContext<Method> call, int[] ours, BodyTask task) {
        Object[] arguments = call.getArguments().toArray();
        Class<?>[] types = call.getExecutable().getParameterTypes();
        for (int index : ours) {
            arguments[index] = task.argument(types[index]);
        }
        return arguments;
    }
}
