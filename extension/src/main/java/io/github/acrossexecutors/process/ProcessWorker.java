package io.github.acrossexecutors.process;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The worker that this JVM is: what a task can ask about the process it is executed in.
 *
 * <pre>{@code
 * String address = ProcessWorker.current().orElseThrow().shared().get("site");
 * }</pre>
 *
 * <p><b>Threads:</b> any thread of a worker JVM may ask; the answer never changes.
 */
public final class ProcessWorker {

    /** Completed once, before the first code of a user runs here; never in a JVM that is no worker. */
    private static final CompletableFuture<ProcessWorker> THIS = new CompletableFuture<>();

    private final int id;
    private final String name;
    private final Map<String, String> shared;

    private ProcessWorker(int id, String name, Map<String, String> shared) {
        this.id = id;
        this.name = name;
        this.shared = shared;
    }

    static void become(int id, String name, Map<String, String> shared) {
        THIS.complete(new ProcessWorker(id, name, Map.copyOf(shared)));
    }

    /**
     * Tell which worker this JVM is.
     *
     * @return the worker; empty in a JVM that no pool has started
     */
    public static Optional<ProcessWorker> current() {
        @Nullable ProcessWorker worker = THIS.getNow(null);
        return Optional.ofNullable(worker);
    }

    /**
     * Tell the worker's number.
     *
     * @return its number in its pool, from 1 on
     */
    public int id() {
        return id;
    }

    /**
     * Tell the worker's name.
     *
     * @return the name of the pool and the worker's number, such as {@code process-pool-1/worker-2}
     */
    public String name() {
        return name;
    }

    /**
     * Read what the pool's owner shares with all workers.
     *
     * @return what was given to {@link ProcessPoolBuilder#shared}; unmodifiable
     */
    public Map<String, String> shared() {
        return shared;
    }
}
