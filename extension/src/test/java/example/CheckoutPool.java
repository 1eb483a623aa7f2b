package example;

import io.github.acrossexecutors.ExecutorProvider;
import io.github.acrossexecutors.ProviderSettings;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** The pool of the checkout, as an execution model. */
final class CheckoutPool implements ExecutorProvider {

    @Override
    public Executor start(ProviderSettings settings) {
        return Executors.newFixedThreadPool(settings.workers(), settings.threadFactory());
    }

    @Override
    public OptionalInt workers(ProviderSettings settings) {
        return OptionalInt.of(settings.workers());
    }
}
