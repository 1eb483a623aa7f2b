package io.github.acrossexecutors.verdict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a hypervisor took from this machine's CPUs, from the first line of Linux's {@code /proc/stat}, in ticks of 10 ms.
 * Zero where there is no such file.
 *
 * @param stat the file
 */
record StolenTime(Path stat) {

    private static final int STEAL_FIELD = 8;
    private static final long NANOS_PER_TICK = 10_000_000;

    static StolenTime ofThisMachine() {
        return new StolenTime(Path.of("/proc/stat"));
    }

    long nanos() {
        try (Stream<String> lines = Files.lines(stat)) {
            String[] fields = lines.findFirst().orElse("").split(" +", -1);
            return fields.length > STEAL_FIELD ? Long.parseLong(fields[STEAL_FIELD]) * NANOS_PER_TICK : 0;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
