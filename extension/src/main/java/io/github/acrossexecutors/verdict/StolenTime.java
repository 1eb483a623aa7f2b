package io.github.acrossexecutors.verdict;

/**
 * What a hypervisor took from this machine's CPUs, from the first line of Linux's {@code /proc/stat}, in ticks of 10 ms.
 * Zero where there is no such file.
 *
 * <p><b>Threads:</b> for one thread at a time.
 */
final class StolenTime {

    private static final int STEAL_NUMBER = 8;
    private static final long NANOS_PER_TICK = 10_000_000;

    private final KernelFile file = new KernelFile();
    private final String path;

    StolenTime(String path) {
        this.path = path;
    }

    static StolenTime ofThisMachine() {
        return new StolenTime("/proc/stat");
    }

    long nanos() {
        if (!file.read(path)) {
            return 0;
        }
        long ticks = 0;
        for (int number = 1; number <= STEAL_NUMBER; number++) {
            ticks = file.nextNumber();
        }
        return Math.max(0, ticks) * NANOS_PER_TICK;
    }
}
