package io.github.acrossexecutors.verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** A machine whose clock and statistics move only when a body says so. */
final class ScriptedMachine implements Machine {

    final List<Duration> pauses = new ArrayList<>();
    final Set<Set<Long>> watched = new HashSet<>();
    final Set<Integer> askedOfCores = new HashSet<>();
    private final int cpus;
    private long nowNanos;
    private long cpuNanos;
    private long waitNanos;
    private long unseenCpuNanos;
    private long endedThreads;
    private long compilationNanos;
    private OptionalDouble spinners = OptionalDouble.of(1);
    private OptionalDouble coreSlowdown = OptionalDouble.of(1);

    ScriptedMachine(int cpus) {
        this.cpus = cpus;
    }

    /** Code that computes on one thread, undisturbed. */
    void compute(double millis) {
        take(millis, millis, 0);
    }

    /** Code that waits and uses no CPU. */
    void sleep(double millis) {
        take(millis, 0, 0);
    }

    void take(double wallMillis, double cpuMillis, double waitMillis) {
        nowNanos += Samples.nanos(wallMillis);
        cpuNanos += Samples.nanos(cpuMillis);
        waitNanos += Samples.nanos(waitMillis);
    }

    /** Code whose threads end before anyone reads their statistics. */
    void computeUnseen(double wallMillis, double cpuMillis) {
        nowNanos += Samples.nanos(wallMillis);
        unseenCpuNanos += Samples.nanos(cpuMillis);
    }

    /** Threads that end, with what they waited for a CPU. */
    void endThreads(int number) {
        endedThreads += number;
    }

    void compile(double millis) {
        compilationNanos += Samples.nanos(millis);
    }

    void coresSlowEachOther(double slowdown) {
        coreSlowdown = OptionalDouble.of(slowdown);
    }

    void coresAreTooBusyToAsk() {
        coreSlowdown = OptionalDouble.empty();
    }

    void spinnersGet(double supply) {
        spinners = OptionalDouble.of(supply);
    }

    @Override
    public void watch(Set<Long> processes) {
        watched.add(processes);
    }

    @Override
    public long nanos() {
        return nowNanos;
    }

    @Override
    public Snapshot snapshot() {
        return new Snapshot(
                Map.of(1L, new ThreadTimes(cpuNanos, waitNanos)),
                Map.of(9L, new ThreadTimes(compilationNanos, 0)),
                ThreadTimes.NONE,
                endedThreads,
                cpuNanos + compilationNanos + unseenCpuNanos,
                0,
                0,
                0,
                0);
    }

    @Override
    public void awaitIdleCompiler() {}

    @Override
    public OptionalDouble spinnerSupply() {
        return spinners;
    }

    @Override
    public OptionalDouble coreSlowdown(int threads) {
        askedOfCores.add(threads);
        return coreSlowdown;
    }

    @Override
    public void pause(Duration length) {
        pauses.add(length);
        nowNanos += length.toNanos();
    }

    @Override
    public int cpus() {
        return cpus;
    }
}
