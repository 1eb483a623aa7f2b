package io.github.acrossexecutors;

import static io.github.acrossexecutors.Node.Status.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

@DisplayName("A plain body")
class OnceTests {

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    @DisplayName("runs once under every model of this JVM, each a node named by method and model")
    void runsOncePerModel() {
        EngineRun run = EngineRun.of(PlainTestCase.class);

        assertThat(run.tests())
                .extracting(Node::name)
                .containsExactly(
                        "body() under SEQUENTIAL",
                        "body() under PLATFORM_THREADS",
                        "body() under FIXED_POOL",
                        "body() under FORK_JOIN",
                        "body() under VIRTUAL_THREADS",
                        "body() under EVENT_LOOP");
        assertThat(run.tests()).extracting(Node::status).containsOnly(PASSED);
        assertThat(run.journal())
                .containsExactly(
                        "body on " + Thread.currentThread().getName(),
                        "body on platform-threads-1 body",
                        "body on fixed-pool-1 body",
                        "body on fork-join-1 body",
                        "body on virtual-threads-1 body",
                        "body on event-loop-1 body");
    }

    static class PlainTestCase {
        @AcrossExecutors
        void body() {
            Journal.writeThread("body");
        }
    }

    @Test
    @DisplayName("shares its worker with its life-cycle methods and round hooks, so that thread-locals hold")
    void sharesItsWorker() {
        EngineRun run = EngineRun.of(ThreadLocalTestCase.class);

        assertThat(run.tests()).isNotEmpty().extracting(Node::status).doesNotContain(Node.Status.FAILED);
        assertThat(run.journal())
                .contains("fixed-pool-1 body", "platform-threads-1 body", "fork-join-1 body", "event-loop-1 body");
    }

    static class ThreadLocalTestCase {
        private static final ThreadLocal<@Nullable String> LOCAL = new ThreadLocal<>();

        @BeforeEach
        void set() {
            LOCAL.set(Thread.currentThread().getName());
        }

        @BeforeRound
        void holdsBefore() {
            holds();
        }

        @AcrossExecutors
        void body() {
            holds();
            Journal.write(Thread.currentThread().getName());
        }

        @AfterRound
        void holdsAfter() {
            holds();
        }

        @AfterEach
        void remove() {
            holds();
            LOCAL.remove();
        }

        private static void holds() {
            assertThat(LOCAL.get()).isEqualTo(Thread.currentThread().getName());
        }
    }

    @Test
    @DisplayName("is passed on exactly once, so that interceptors of others see it")
    void isPassedOnOnce() {
        EngineRun run = EngineRun.of(InterceptedTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal()).containsExactly("intercepted", "body", "intercepted", "body");
    }

    static class InterceptedTestCase {
        @AcrossExecutors({ExecutionModel.FIXED_POOL, ExecutionModel.FORK_JOIN})
        @ExtendWith(OtherInterceptor.class)
        void body() {
            Journal.write("body");
        }
    }

    static final class OtherInterceptor implements InvocationInterceptor {
        @Override
        public void interceptTestTemplateMethod(
                Invocation<@Nullable Void> invocation,
                ReflectiveInvocationContext<Method> call,
                ExtensionContext context)
                throws Throwable {
            Journal.write("intercepted");
            invocation.proceed();
        }
    }

    @Test
    @DisplayName("finds the test's context class loader and a daemon thread under every model with workers")
    void findsItsClassLoader() {
        EngineRun run = EngineRun.of(SurroundingsTestCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.journal()).hasSameSizeAs(List.of("PLATFORM_THREADS", "FIXED_POOL", "FORK_JOIN", "EVENT_LOOP"));
    }

    static class SurroundingsTestCase {
        private final @Nullable ClassLoader mine = Thread.currentThread().getContextClassLoader();

        @AcrossExecutors({
            ExecutionModel.PLATFORM_THREADS,
            ExecutionModel.FIXED_POOL,
            ExecutionModel.FORK_JOIN,
            ExecutionModel.EVENT_LOOP
        })
        void body(Task task) {
            Thread thread = Thread.currentThread();
            assertThat(thread.getContextClassLoader()).isSameAs(mine);
            assertThat(thread.isDaemon()).isTrue();
            assertThat(thread.getName())
                    .startsWith(task.model().toLowerCase(Locale.ROOT).replace('_', '-'));
            Journal.write(task);
        }
    }
}
