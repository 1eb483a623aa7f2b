package io.github.acrossexecutors;

import io.github.acrossexecutors.execution.ForeignWorkers;
import io.github.acrossexecutors.execution.WorkerNaming;
import io.github.acrossexecutors.execution.WorkerThreads;
import io.github.acrossexecutors.execution.Workers;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** An execution model a test runs under: a built-in one, or one that a provider brings. */
sealed interface Model {

    String name();

    /** Why this JVM cannot offer it; empty if it can. */
    Optional<String> missing();

    Workers start(WorkerNaming naming);

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
        public Workers start(WorkerNaming naming) {
            return model.start(naming);
        }
    }

    /** An executor of the user's. */
    record Provided(ExecutorProvider provider, String name) implements Model {

        @Override
        public Optional<String> missing() {
            return Optional.empty();
        }

        @Override
        public Workers start(WorkerNaming naming) {
            ProviderSettings settings =
                    new ProviderSettings(naming.test(), naming.workers(), WorkerThreads.platform(naming));
            OptionalInt workers = provider.workers(settings);
            if (workers.orElse(1) < 1) {
                throw new ExtensionConfigurationException(
                        describe() + ": workers() must be at least 1 or empty, not " + workers.getAsInt() + ".");
            }
            Executor executor = executor(settings);
            return new ForeignWorkers(naming, executor, workers, limit -> provider.stop(executor, limit));
        }

        private Executor executor(ProviderSettings settings) {
            Executor executor;
            try {
                executor = provider.start(settings);
            } catch (Exception e) {
                throw new ExtensionConfigurationException(describe() + ": start() failed: " + e, e);
            }
            if (executor == null) {
                throw new ExtensionConfigurationException(describe() + ": start() returned null, not an executor.");
            }
            return executor;
        }

        private String describe() {
            return "@AcrossExecutors(executors = " + provider.getClass().getSimpleName() + ".class)";
        }
    }
}
