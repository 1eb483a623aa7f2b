package io.github.acrossexecutors.process;

import java.io.File;
import java.io.ObjectInputFilter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Describes a {@link ProcessPool}.
 *
 * <p><b>Threads:</b> for one thread at a time. A builder may build several pools.
 */
public final class ProcessPoolBuilder {

    private static final AtomicPools POOLS = new AtomicPools();
    private static final int DEFAULT_FRAME_BYTES = 64 << 20;
    private static final int DEFAULT_OUTPUT_BYTES = 64 << 10;
    /** Options that would make a worker wait for a debugger, take the parent's port or write its files. */
    private static final List<String> NOT_INHERITED = List.of(
            "-agentlib:jdwp",
            "-Xrunjdwp",
            "-Xdebug",
            "-Dcom.sun.management.jmxremote",
            "-XX:AOT",
            "-XX:ArchiveClassesAtExit",
            "-XX:SharedArchiveFile",
            "-XX:StartFlightRecording",
            "-Xlog",
            "-Xshare:dump");

    private int workers = Runtime.getRuntime().availableProcessors();
    private @Nullable String name;
    private @Nullable SerializableRunnable initializer;
    private Map<String, String> shared = Map.of();
    private List<String> jvmArgs = List.of();
    private boolean inheritJvmArgs;
    private @Nullable String classPath;
    private @Nullable Duration taskTimeout;
    private int maxFrameBytes = DEFAULT_FRAME_BYTES;
    private int tasksPerWorker = Integer.MAX_VALUE;
    private boolean cpuTimes;
    private int outputBytesPerTask = DEFAULT_OUTPUT_BYTES;
    private Consumer<String> output = System.err::println;
    private @Nullable ObjectInputFilter resultFilter;

    ProcessPoolBuilder() {}

    /** Numbers pools that have no name. */
    private static final class AtomicPools {

        private final AtomicInteger last = new AtomicInteger();

        String nextName() {
            return "process-pool-" + last.incrementAndGet();
        }
    }

    /**
     * Set how many workers the pool keeps.
     *
     * @param count at least 1; the available processors by default
     * @return this
     */
    public ProcessPoolBuilder workers(int count) {
        workers = atLeastOne("workers", count);
        return this;
    }

    /**
     * Set the pool's name, which its threads, its workers and messages bear.
     *
     * @param text the name; {@code process-pool-1} and so on by default
     * @return this
     */
    public ProcessPoolBuilder name(String text) {
        name = Objects.requireNonNull(text, "name");
        return this;
    }

    /**
     * Set what each worker executes once, before its first task. If it fails, the pool is broken.
     *
     * @param task the initializer; none by default
     * @return this
     */
    public ProcessPoolBuilder initializer(SerializableRunnable task) {
        initializer = Objects.requireNonNull(task, "initializer");
        return this;
    }

    /**
     * Set what each worker can read through {@link ProcessWorker#shared()} from its first line on.
     *
     * @param texts names and values; nothing by default
     * @return this
     */
    public ProcessPoolBuilder shared(Map<String, String> texts) {
        shared = Map.copyOf(texts);
        return this;
    }

    /**
     * Set options of the worker JVMs, such as {@code -Xmx256m}. Without an option for the heap's size all heaps together may
     * take half of the machine's memory, and each no more than a quarter; without one for the collector it is the serial one.
     *
     * @param options the options; none by default
     * @return this
     */
    public ProcessPoolBuilder jvmArgs(String... options) {
        jvmArgs = List.of(options);
        return this;
    }

    /**
     * Give workers the options this JVM was started with, before those of {@link #jvmArgs}. Options of debuggers, remote
     * management, recordings and class archives are left out: workers would fight for them.
     *
     * @param inherit whether to; false by default
     * @return this
     */
    public ProcessPoolBuilder inheritJvmArgs(boolean inherit) {
        inheritJvmArgs = inherit;
        return this;
    }

    /**
     * Set the class path of the workers, which must contain this library.
     *
     * @param entries files and directories; those of this JVM's class path and module path by default
     * @return this
     */
    public ProcessPoolBuilder classPath(Collection<Path> entries) {
        classPath = entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        return this;
    }

    /**
     * Set how long a worker may execute a task. One that takes longer fails with a {@link
     * java.util.concurrent.TimeoutException}, which names where it hung, and its worker is replaced.
     *
     * @param time a positive time; no limit by default
     * @return this
     */
    public ProcessPoolBuilder taskTimeout(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("taskTimeout is " + time + "; it must be positive");
        }
        taskTimeout = time;
        return this;
    }

    /**
     * Set how many bytes a task, a chunk or a result may need.
     *
     * @param bytes at least 1; 64 MB by default
     * @return this
     */
    public ProcessPoolBuilder maxFrameBytes(int bytes) {
        maxFrameBytes = atLeastOne("maxFrameBytes", bytes);
        return this;
    }

    /**
     * Set after how many tasks a worker is replaced by a fresh one; 1 gives each task a JVM of its own.
     *
     * @param tasks at least 1; workers are kept by default
     * @return this
     */
    public ProcessPoolBuilder tasksPerWorker(int tasks) {
        tasksPerWorker = atLeastOne("tasksPerWorker", tasks);
        return this;
    }

    /**
     * Have workers measure the CPU time of each task, see {@link TaskTiming#cpuNanos()}. Their start takes some 30 ms
     * longer.
     *
     * @param measured whether to; false by default
     * @return this
     */
    public ProcessPoolBuilder cpuTimes(boolean measured) {
        cpuTimes = measured;
        return this;
    }

    /**
     * Set who gets the lines that workers print, each with the worker's name in front.
     *
     * @param lines called by one thread per worker; {@code System.err} by default
     * @return this
     */
    public ProcessPoolBuilder output(Consumer<String> lines) {
        output = Objects.requireNonNull(lines, "output");
        return this;
    }

    /**
     * Set how much of what a worker prints during one task is passed on; the rest is counted.
     *
     * @param bytes at least 1; 64 KB by default
     * @return this
     */
    public ProcessPoolBuilder outputBytesPerTask(int bytes) {
        outputBytesPerTask = atLeastOne("outputBytesPerTask", bytes);
        return this;
    }

    /**
     * Narrow what results may bring into this JVM; it is asked before the JVM's own filter.
     *
     * @param filter the filter; only the sizes of arrays are checked by default
     * @return this
     */
    public ProcessPoolBuilder resultFilter(ObjectInputFilter filter) {
        resultFilter = Objects.requireNonNull(filter, "resultFilter");
        return this;
    }

    private static int atLeastOne(String what, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(what + " is " + number + "; it must be at least 1");
        }
        return number;
    }

    /**
     * Start a pool. Its workers start side by side; this does not wait for them.
     *
     * @return the pool
     * @throws TaskNotSerializableException if the initializer cannot travel
     */
    public ProcessPool build() {
        ProcessPool pool = new ProcessPool(settings(), loader());
        pool.start();
        return pool;
    }

    WorkerSettings settings() {
        List<String> options = new ArrayList<>(inheritJvmArgs ? inheritableJvmArgs() : List.of());
        options.addAll(jvmArgs);
        return new WorkerSettings(
                name == null ? POOLS.nextName() : name,
                workers,
                initializer,
                shared,
                options,
                classPath == null ? ownClassPath() : classPath,
                taskTimeout,
                maxFrameBytes,
                tasksPerWorker,
                cpuTimes,
                outputBytesPerTask,
                output,
                resultFilter);
    }

    private static ClassLoader loader() {
        @Nullable ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? ProcessPool.class.getClassLoader() : context;
    }

    /**
     * {@return the options that workers get by {@link #inheritJvmArgs}}
     */
    public static List<String> inheritableJvmArgs() {
        return inheritable(ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    static List<String> inheritable(List<String> options) {
        return options.stream()
                .filter(option -> NOT_INHERITED.stream().noneMatch(option::startsWith))
                .toList();
    }

    private static String ownClassPath() {
        return Stream.of("java.class.path", "jdk.module.path")
                .map(property -> System.getProperty(property, ""))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
