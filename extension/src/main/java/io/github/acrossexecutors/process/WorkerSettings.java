package io.github.acrossexecutors.process;

import java.io.ObjectInputFilter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a pool was asked for.
 *
 * @param name its name
 * @param workers how many workers it keeps
 * @param initializer what each worker executes first
 * @param shared what each worker can read
 * @param jvmArgs the options of the worker JVMs, this library's own not among them
 * @param classPath their class path
 * @param taskTimeout how long a task may be executed
 * @param maxFrameBytes how much may travel at once
 * @param tasksPerWorker after how many tasks a worker is replaced
 * @param cpuTimes whether the CPU time of tasks is measured
 * @param outputBytesPerTask how much of what a task prints is passed on
 * @param output who gets the lines that workers print
 * @param resultFilter what may be unpacked in this JVM
 */
record WorkerSettings(
        String name,
        int workers,
        @Nullable SerializableRunnable initializer,
        Map<String, String> shared,
        List<String> jvmArgs,
        String classPath,
        @Nullable Duration taskTimeout,
        int maxFrameBytes,
        int tasksPerWorker,
        boolean cpuTimes,
        int outputBytesPerTask,
        Consumer<String> output,
        @Nullable ObjectInputFilter resultFilter) {

    WorkerSettings {
        shared = Map.copyOf(shared);
        jvmArgs = List.copyOf(jvmArgs);
    }
}
