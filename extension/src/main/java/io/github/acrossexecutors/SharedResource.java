package io.github.acrossexecutors;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/**
 * What an extension starts once and all JVMs of a test use: a server, known by its address. For parameter resolvers and other
 * extensions that are in force in worker JVMs too, under {@link ExecutionModel#PROCESS_POOL} or an {@link ExecutorProvider}
 * placed there.
 *
 * <pre>{@code
 * public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
 *     String address = SharedResource.get(context, "com.acme.stock", () -> startStockServer(context).address());
 *     return new StockClient(address);
 * }
 * }</pre>
 *
 * <p>Limits: text, which is all that travels. A worker knows what was started before its test's body is to begin: by {@code
 * BeforeAll} and {@code BeforeEach} callbacks and methods and by resolvers of the body's parameters.
 *
 * <p><b>Threads:</b> safe; of several that ask at once, one starts.
 *
 * <p><b>Failure:</b> in a worker that knows no such resource, the caller fails. It never starts a second one.
 */
public final class SharedResource {

    private SharedResource() {}

    /**
     * Find a resource, or start it.
     *
     * @param context the context of whoever asks
     * @param name tells it from every other; qualify it like a package
     * @param start starts it and returns what others need to find it; called at most once in a run of tests, and never in a
     *     worker JVM
     * @return what {@code start} has returned, in this JVM or in the one that this one works for
     * @throws ParameterResolutionException in a worker JVM, if it has not been started before
     */
    public static String get(ExtensionContext context, String name, Supplier<String> start) {
        if (context.getConfigurationParameter(JUnitLaunch.RUN).isEmpty()) {
            return started(context)
                    .computeIfAbsent(name, unknown -> new Resource())
                    .get(start);
        }
        return context.getConfigurationParameter(JUnitLaunch.SHARED + name)
                .orElseThrow(() -> new ParameterResolutionException("The shared resource '" + name
                        + "' had not been started in the JVM of the tests when this worker JVM began with "
                        + context.getDisplayName()
                        + ", and a worker starts none: ask for it in a BeforeAll or BeforeEach"
                        + " callback, or as a parameter of the body."));
    }

    /** Everything that has been started so far. */
    static Map<String, String> all(ExtensionContext context) {
        Map<String, String> all = new HashMap<>();
        started(context).forEach((name, resource) -> resource.address().ifPresent(address -> all.put(name, address)));
        return all;
    }

    @SuppressWarnings("unchecked")
    private static ConcurrentMap<String, Resource> started(ExtensionContext context) {
        return context.getRoot()
                .getStore(AcrossExecutorsExtension.NAMESPACE)
                .getOrComputeIfAbsent(SharedResource.class, key -> new ConcurrentHashMap<>(), ConcurrentMap.class);
    }

    /** Started outside the map, so that a resource may ask for another one while it starts. */
    private static final class Resource {

        private volatile @Nullable String address;

        synchronized String get(Supplier<String> start) {
            @Nullable String known = address;
            if (known == null) {
                known = Objects.requireNonNull(start.get(), "start returned null");
                address = known;
            }
            return known;
        }

        Optional<String> address() {
            return Optional.ofNullable(address);
        }
    }
}
