package io.github.acrossexecutors.verdict;

import java.lang.management.CompilationMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The machine and the JVM this code runs on. For one thread at a time. */
final class ThisMachine implements Machine {

    private final SchedulerStatistics scheduler = SchedulerStatistics.ofThisProcess();
    private final Throttling throttling = Throttling.ofThisProcess();
    private final StolenTime stolen = StolenTime.ofThisMachine();
    private @Nullable Spinners spinners;

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Snapshot snapshot() {
        SchedulerStatistics.Reading statistics = scheduler.read();
        return new Snapshot(
                statistics.threads(),
                statistics.reading(),
                processCpuNanos(),
                throttling.nanos(),
                stolen.nanos(),
                compilationNanos(),
                collectionNanos());
    }

    @Override
    public OptionalDouble spinnerSupply() {
        if (spinners == null) {
            spinners = Spinners.on(cpus());
        }
        return OptionalDouble.of(spinners.supply());
    }

    @Override
    public void pause(Duration length) throws InterruptedException {
        Thread.sleep(length.toMillis());
    }

    @Override
    public int cpus() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Zero on a JVM that does not tell; the statistics are then believed to see all. */
    private static long processCpuNanos() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof com.sun.management.OperatingSystemMXBean bean ? bean.getProcessCpuTime() : 0;
    }

    /** Zero on a JVM without a compiler, which is warm from the start. */
    private static long compilationNanos() {
        @Nullable CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        return compiler != null && compiler.isCompilationTimeMonitoringSupported()
                ? TimeUnit.MILLISECONDS.toNanos(compiler.getTotalCompilationTime())
                : 0;
    }

    private static long collectionNanos() {
        long millis = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            millis += Math.max(0, collector.getCollectionTime());
        }
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
