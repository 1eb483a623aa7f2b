package io.github.acrossexecutors;

import io.github.acrossexecutors.archive.ArchiveKey;
import io.github.acrossexecutors.archive.Rehearsal;
import io.github.acrossexecutors.execution.TaskFailure;
import io.github.acrossexecutors.process.ProcessPool;
import io.github.acrossexecutors.remote.RemoteRunner;
import io.github.acrossexecutors.remote.RemoteWorkers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A worker JVM that is started, asked and dismissed as all of them are, with a test of this library's own.
 *
 * @param key its class path and options
 */
record WorkerRehearsal(ArchiveKey key) implements Rehearsal {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Override
    public boolean run(List<String> options) throws InterruptedException {
        ProcessPool pool = ProcessPool.builder()
                .name("across-executors-rehearsal")
                .workers(1)
                .classPath(key.jars())
                .jvmArgs(Stream.concat(key.options().stream(), options.stream()).toArray(String[]::new))
                .output(line -> {})
                .build();
        try {
            List<TaskFailure> failures = rehearse(pool);
            pool.shutdown();
            return pool.awaitTermination(LIMIT.toNanos(), TimeUnit.NANOSECONDS)
                    && failures.isEmpty()
                    && pool.workers().stream()
                            .allMatch(worker -> worker.exitCode().orElse(1) == 0);
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<TaskFailure> rehearse(ProcessPool pool) throws InterruptedException {
        String model = ExecutionModel.PROCESS_POOL.name();
        RemoteRunner runner = new RemoteRunner(
                new RemoteWorkers(model, PooledJvms.unowned(pool)),
                "body",
                () -> new JUnitLaunch(RehearsedTest.UNIQUE_ID, Map.of(), Map.of()),
                LIMIT);
        List<TaskFailure> failures = new ArrayList<>(runner.open());
        if (failures.isEmpty()) {
            failures.addAll(runner.run(1, false, 1).failures());
        }
        failures.addAll(runner.close());
        return failures;
    }
}
