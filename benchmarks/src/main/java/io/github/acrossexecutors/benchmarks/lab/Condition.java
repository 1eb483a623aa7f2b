package io.github.acrossexecutors.benchmarks.lab;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JVM that is looked at has to live with. */
public enum Condition {
    /** Nothing that the laboratory started goes on beside it. */
    IDLE(0),
    /** Two processes that compute all the time. */
    HOGS(2),
    /** One CPU alone, and nothing beside it; needs {@code taskset}. */
    ONE_CPU(0);

    private static final Pattern FIRST_CPU = Pattern.compile("Cpus_allowed_list:\\s*(\\d+)");

    private final int hogs;

    Condition(int hogs) {
        this.hogs = hogs;
    }

    /** {@return how many processes compute beside it} */
    public int hogs() {
        return hogs;
    }

    /** {@return those that this machine can give} */
    public static Set<Condition> possible() {
        return hasTaskset() ? EnumSet.allOf(Condition.class) : EnumSet.of(IDLE, HOGS);
    }

    /** {@return the CPU that the JVM is held to; empty for all} */
    public Optional<String> cpus() {
        return this == ONE_CPU ? Optional.of(firstCpu()) : Optional.empty();
    }

    /** As on the command line: {@code one-cpu}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static boolean hasTaskset() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "taskset")));
    }

    /** In a container, CPU 0 may be somebody else's. */
    private static String firstCpu() {
        try {
            Matcher matcher = FIRST_CPU.matcher(Files.readString(Path.of("/proc/self/status")));
            return matcher.find() ? matcher.group(1) : "0";
        } catch (IOException e) {
            return "0";
        }
    }
}
