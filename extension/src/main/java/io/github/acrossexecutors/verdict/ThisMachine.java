package io.github.acrossexecutors.verdict;

import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The machine and the JVM this code runs on.
 *
 * <p><b>Threads:</b> for one thread at a time.
 */
final class ThisMachine implements Machine {

    private static final long IDLE_COMPILER_LIMIT_NANOS = 20_000_000;

    // Before all others: to load what they need takes a young JVM a while.
    private final long startNanos = System.nanoTime();
    private final SchedulerStatistics scheduler = SchedulerStatistics.ofThisProcess();
    private final Throttling throttling = Throttling.ofThisProcess();
    private final StolenTime stolen = StolenTime.ofThisMachine();
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    private final @Nullable CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    private @Nullable Spinners spinners;
    private @Nullable CoreSharing coreSharing;
    private Set<Long> others = Set.of();

    @Override
    public long nanos() {
        return System.nanoTime() - startNanos;
    }

    @Override
    public Snapshot snapshot() {
        SchedulerStatistics.Reading statistics = scheduler.read();
        return new Snapshot(
                statistics.threads(),
                statistics.compilers(),
                statistics.reading(),
                threads.getTotalStartedThreadCount() - threads.getThreadCount(),
                processCpuNanos(),
                throttling.nanos(),
                stolen.nanos(),
                compilationNanos(),
                collectionNanos());
    }

    @Override
    public void watch(Set<Long> processes) {
        others = Set.copyOf(processes);
        scheduler.watch(processes);
    }

    @Override
    public void awaitIdleCompiler() {
        scheduler.awaitIdleCompiler(IDLE_COMPILER_LIMIT_NANOS);
    }

    @Override
    public OptionalDouble spinnerSupply() {
        if (spinners == null) {
            spinners = Spinners.on(cpus());
        }
        return OptionalDouble.of(spinners.supply());
    }

    @Override
    public OptionalDouble coreSlowdown(int threads) {
        if (coreSharing == null) {
            coreSharing = CoreSharing.calibrated();
        }
        return coreSharing.slowdown(threads);
    }

    @Override
    public void pause(Duration length) throws InterruptedException {
        new CountDownLatch(1).await(length.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int cpus() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Zero on a JVM that does not tell; the statistics are then believed to see all. */
    private long processCpuNanos() {
        long own = system instanceof com.sun.management.OperatingSystemMXBean bean ? bean.getProcessCpuTime() : 0;
        return own + others.stream().mapToLong(ThisMachine::cpuNanosOf).sum();
    }

    /** Zero once it has ended. */
    private static long cpuNanosOf(long process) {
        return ProcessHandle.of(process)
                .flatMap(handle -> handle.info().totalCpuDuration())
                .map(Duration::toNanos)
                .orElse(0L);
    }

    /** Zero on a JVM without a compiler, which is warm from the start. */
    private long compilationNanos() {
        return compiler != null && compiler.isCompilationTimeMonitoringSupported()
                ? TimeUnit.MILLISECONDS.toNanos(compiler.getTotalCompilationTime())
                : 0;
    }

    private long collectionNanos() {
        long millis = 0;
        for (GarbageCollectorMXBean collector : collectors) {
            millis += Math.max(0, collector.getCollectionTime());
        }
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
