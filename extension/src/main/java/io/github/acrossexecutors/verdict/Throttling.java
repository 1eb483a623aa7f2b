package io.github.acrossexecutors.verdict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long this process's Linux control group was kept off the CPUs because its quota was used up: {@code
 * throttled_usec} of {@code cpu.stat} in version 2, {@code throttled_time} in version 1. Zero where there is no such file.
 *
 * <p><b>Threads:</b> for one thread at a time.
 */
final class Throttling {

    private static final long NANOS_PER_MICRO = 1_000;

    private final KernelFile file = new KernelFile();
    private final List<String> cpuStat;

    /** Read the given files, as many as there are: the groups above this one can be throttled too. */
    Throttling(List<String> cpuStat) {
        this.cpuStat = List.copyOf(cpuStat);
    }

    static Throttling ofThisProcess() {
        return of(Path.of("/proc/self/cgroup"), Path.of("/sys/fs/cgroup"));
    }

    /** Find the files; within a container, the group's own path may lie outside the mount point. */
    static Throttling of(Path membership, Path mount) {
        try (Stream<String> lines = Files.lines(membership)) {
            return new Throttling(lines.map(line -> line.split(":", 3))
                    .filter(fields -> fields.length == 3)
                    .flatMap(fields -> groups(fields[1], fields[2], mount))
                    .map(group -> group.resolve("cpu.stat"))
                    .filter(Files::isReadable)
                    .map(Path::toString)
                    .distinct()
                    .toList());
        } catch (IOException | UncheckedIOException e) {
            return new Throttling(List.of());
        }
    }

    /** A group and those above it: in version 2 without a list of controllers, in version 1 that of the cpu controller. */
    private static Stream<Path> groups(String controllers, String path, Path mount) {
        if (controllers.isEmpty()) {
            return withParents(mount, path);
        }
        return List.of(controllers.split(",", -1)).contains("cpu")
                ? withParents(mount.resolve("cpu"), path)
                : Stream.empty();
    }

    private static Stream<Path> withParents(Path root, String path) {
        Path group = root.resolve("." + path).normalize();
        return group.startsWith(root)
                ? Stream.iterate(group, one -> one.startsWith(root), Path::getParent)
                : Stream.of(root);
    }

    long nanos() {
        long nanos = 0;
        for (String path : cpuStat) {
            if (file.read(path)) {
                nanos += NANOS_PER_MICRO * Math.max(0, file.numberAfter("throttled_usec"));
                nanos += Math.max(0, file.numberAfter("throttled_time"));
            }
        }
        return nanos;
    }
}
