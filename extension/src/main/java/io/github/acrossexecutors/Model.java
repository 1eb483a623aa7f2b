package io.github.acrossexecutors;

import io.github.acrossexecutors.execution.ForeignWorkers;
import io.github.acrossexecutors.execution.WorkerNaming;
import io.github.acrossexecutors.execution.WorkerThreads;
import io.github.acrossexecutors.execution.Workers;
import io.github.acrossexecutors.remote.RemoteWorkers;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** An execution model a test runs under: a built-in one, or one that a provider brings. */
sealed interface Model {

    String name();

    /** Why this JVM cannot offer it; empty if it can. */
    Optional<String> missing();

    Workers start(WorkerNaming naming, WorkerPools pools);

    /** Whether its workers are other JVMs. */
    boolean isElsewhere();

    /** Whether it is this built-in model. */
    boolean is(ExecutionModel builtIn);

    /** One of the built-in models. */
    record BuiltIn(ExecutionModel model) implements Model {

        @Override
        public String name() {
            return model.name();
        }

        @Override
        public Optional<String> missing() {
            return model.missing();
        }

        @Override
        public Workers start(WorkerNaming naming, WorkerPools pools) {
            return model.start(naming, pools);
        }

        @Override
        public boolean isElsewhere() {
            return model == ExecutionModel.PROCESS_POOL;
        }

        @Override
        public boolean is(ExecutionModel builtIn) {
            return model == builtIn;
        }
    }

    /** An executor of the user's. */
    record Provided(ExecutorProvider provider, String name) implements Model {

        @Override
        public Optional<String> missing() {
            return Optional.empty();
        }

        @Override
        public Workers start(WorkerNaming naming, WorkerPools pools) {
            ProviderSettings settings =
                    new ProviderSettings(naming.test(), naming.workers(), WorkerThreads.platform(naming));
            OptionalInt workers = ask(provider.getClass(), "workers()", () -> provider.workers(settings));
            if (workers.orElse(1) < 1) {
                throw wrong(
                        provider.getClass(),
                        "workers() must be at least 1 or empty, not " + workers.getAsInt() + ".",
                        null);
            }
            Executor executor = ask(provider.getClass(), "start()", () -> provider.start(settings));
            if (isElsewhere()) {
                if (!(executor instanceof ExecutorService service)) {
                    throw wrong(
                            provider.getClass(),
                            "start() must return an ExecutorService where placement() is OTHER_JVMS: results come back"
                                    + " through its futures.",
                            null);
                }
                return new RemoteWorkers(
                        name, new ProvidedJvms(provider, service, workers, limit -> stop(executor, limit)));
            }
            return new ForeignWorkers(naming, executor, workers, limit -> stop(executor, limit));
        }

        @Override
        public boolean isElsewhere() {
            return ask(provider.getClass(), "placement()", provider::placement) == Placement.OTHER_JVMS;
        }

        @Override
        public boolean is(ExecutionModel builtIn) {
            return false;
        }

        private void stop(Executor executor, Duration limit) throws InterruptedException {
            try {
                provider.stop(executor, limit);
            } catch (RuntimeException e) {
                throw wrong(provider.getClass(), "stop() failed: " + e, e);
            }
        }

        /** Call a user's method; whatever goes wrong there is told with the name of the provider and of the method. */
        static <T> T ask(Class<?> provider, String method, Callable<@Nullable T> call) {
            @Nullable T answer;
            try {
                answer = call.call();
            } catch (Exception e) {
                throw wrong(provider, method + " failed: " + e, e);
            }
            if (answer == null) {
                throw wrong(provider, method + " returned null.", null);
            }
            return answer;
        }

        static ExtensionConfigurationException wrong(Class<?> provider, String what, @Nullable Exception cause) {
            return new ExtensionConfigurationException(
                    "@AcrossExecutors(executors = " + provider.getSimpleName() + ".class): " + what, cause);
        }
    }
}
