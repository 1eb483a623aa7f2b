package io.github.acrossexecutors;

import io.github.acrossexecutors.execution.WorkerNaming;
import io.github.acrossexecutors.execution.Workers;
import io.github.acrossexecutors.process.ProcessPool;
import io.github.acrossexecutors.remote.RemoteWorkers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The process pools of one test class, kept from test to test, because a JVM takes longer to start than most tests, and
 * never for another class, because static fields keep what a test has left in them.
 *
 * <p><b>Threads:</b> safe; a pool serves one test at a time.
 */
final class WorkerPools implements AutoCloseable {

    /** Asked for the first worker only: most tests have none. */
    private final Supplier<WorkerStart> start;

    private final boolean keeps;
    private final Map<Integer, Deque<ProcessPool>> idle = new HashMap<>();

    private WorkerPools(Supplier<WorkerStart> start, boolean keeps) {
        this.start = start;
        this.keeps = keeps;
    }

    /** Those of the class of a test; or, where the body gets the pool itself and may do with it what it likes, new ones. */
    static WorkerPools in(ExtensionContext test, boolean injected) {
        ExtensionContext root = test.getRoot();
        Supplier<WorkerStart> start = () -> WorkerStart.in(root);
        if (injected) {
            return new WorkerPools(start, false);
        }
        ExtensionContext ofClass = test;
        Optional<ExtensionContext> next = Optional.of(test);
        while (next.isPresent() && next.get().getTestClass().equals(test.getTestClass())) {
            ofClass = next.get();
            next = ofClass.getParent();
        }
        String key = WorkerPools.class.getName() + " of "
                + test.getRequiredTestClass().getName();
        return ofClass.getStore(AcrossExecutorsExtension.NAMESPACE)
                .getOrComputeIfAbsent(key, unknown -> new WorkerPools(start, true), WorkerPools.class);
    }

    Workers workers(WorkerNaming naming) {
        return new RemoteWorkers(naming.model(), new PooledJvms(this, take(naming.workers()), naming.workers()));
    }

    /** The pool behind workers that were made here. */
    static ProcessPool poolOf(RemoteWorkers workers) {
        return ((PooledJvms) workers.jvms()).pool();
    }

    private ProcessPool take(int size) {
        synchronized (this) {
            ProcessPool kept =
                    idle.computeIfAbsent(size, none -> new ArrayDeque<>()).poll();
            if (kept != null) {
                return kept;
            }
        }
        return (keeps ? start.get().withJUnit() : start.get().withoutJUnit())
                .workers(size)
                .build();
    }

    /** Keep a pool for the next test, or end its processes. */
    void giveBack(ProcessPool pool, int size, boolean broken) {
        if (keeps && !broken && !pool.isShutdown()) {
            synchronized (this) {
                idle.computeIfAbsent(size, none -> new ArrayDeque<>()).add(pool);
            }
        } else {
            pool.shutdownNow();
        }
    }

    @Override
    public synchronized void close() {
        idle.values().forEach(pools -> pools.forEach(ProcessPool::close));
        idle.clear();
    }
}
