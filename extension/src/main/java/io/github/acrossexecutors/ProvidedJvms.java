package io.github.acrossexecutors;

import io.github.acrossexecutors.execution.ForeignWorkers;
import io.github.acrossexecutors.remote.Answer;
import io.github.acrossexecutors.remote.Request;
import io.github.acrossexecutors.remote.WorkerJvms;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * The JVMs that a provider's executor executes its tasks in.
 *
 * @param provider whose executor it is
 * @param executor what takes the tasks
 * @param count how many tasks it executes at once; empty if nobody says
 * @param stopping how it is stopped
 */
record ProvidedJvms(
        ExecutorProvider provider, ExecutorService executor, OptionalInt count, ForeignWorkers.Stop stopping)
        implements WorkerJvms {

    @Override
    public Future<Answer> submit(Request request) {
        return executor.submit(request);
    }

    @Override
    public List<Future<Answer>> broadcast(Request request) {
        return List.copyOf(
                Model.Provided.ask(provider.getClass(), "broadcast()", () -> provider.broadcast(executor, request)));
    }

    @Override
    public Set<Long> processes() {
        return Set.of();
    }

    /** A JVM that hangs is its provider's to end. */
    @Override
    public void stop(boolean broken, Duration limit) throws InterruptedException {
        stopping.within(limit);
    }
}
