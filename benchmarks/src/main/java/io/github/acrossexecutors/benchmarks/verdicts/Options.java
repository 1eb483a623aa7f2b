package io.github.acrossexecutors.benchmarks.verdicts;

import io.github.acrossexecutors.benchmarks.lab.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param jvms how many JVMs judge each truth under each condition
 * @param truths which truths
 * @param conditions under which conditions
 * @param cpus the CPUs that truths and hogs are held to, as taskset takes them; empty for all
 * @param budgetSeconds how long a verdict may take
 * @param out where the table goes beside standard output
 * @param lines where the findings go, after those that are there
 */
record Options(
        int jvms,
        Set<Truth> truths,
        Set<Condition> conditions,
        Optional<String> cpus,
        int budgetSeconds,
        Optional<Path> out,
        Path lines) {

    private static final int MOST = 100_000;

    /**
     * Read a command line.
     *
     * @param lines where the findings go if it does not say
     * @throws UsageException if it asks for what cannot be
     */
    static Options parse(List<String> arguments, Path lines) throws UsageException {
        Options options = new Options(
                20,
                EnumSet.allOf(Truth.class),
                EnumSet.allOf(Condition.class),
                Optional.empty(),
                10,
                Optional.empty(),
                lines);
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            options = options.with(rest.next(), rest);
        }
        return options;
    }

    private Options with(String argument, Iterator<String> rest) throws UsageException {
        if (!argument.startsWith("--")) {
            return jvms(number("JVMs", argument));
        }
        if (!rest.hasNext()) {
            throw new UsageException(argument + " needs a value");
        }
        String value = rest.next();
        return switch (argument) {
            case "--truths" -> truths(truthsOf(value));
            case "--conditions" -> conditions(constants(Condition.class, argument, value));
            case "--cpus" -> cpus(cpusOf(value));
            case "--budget" -> budget(number(argument, value));
            case "--out" -> out(path(argument, value));
            case "--resume" -> lines(path(argument, value));
            default -> throw new UsageException("unknown option " + argument);
        };
    }

    private static int number(String what, String value) throws UsageException {
        if (!value.matches("[1-9][0-9]{0,5}") || Integer.parseInt(value) > MOST) {
            throw new UsageException(what + " must be a number from 1 to " + MOST + ", not '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    /** A letter alone stands for all of its numbers: {@code c} for C1 and C2. */
    private static Set<Truth> truthsOf(String value) throws UsageException {
        Set<Truth> truths = EnumSet.noneOf(Truth.class);
        for (String name : value.toUpperCase(Locale.ROOT).split(",", -1)) {
            List<Truth> meant = Arrays.stream(Truth.values())
                    .filter(truth -> truth.name().equals(name) || truth.name().matches(name + "\\d"))
                    .toList();
            if (meant.isEmpty() || !name.matches("[A-Z]\\d?")) {
                throw new UsageException("--truths must be names of " + Arrays.toString(Truth.values())
                        + " or their letters, between commas, not '" + value + "'");
            }
            truths.addAll(meant);
        }
        return truths;
    }

    private static <E extends Enum<E>> Set<E> constants(Class<E> type, String option, String value)
            throws UsageException {
        Set<E> constants = EnumSet.noneOf(type);
        for (String name : value.toUpperCase(Locale.ROOT).split(",", -1)) {
            try {
                constants.add(Enum.valueOf(type, name));
            } catch (IllegalArgumentException e) {
                throw new UsageException(option + " must be of " + Arrays.toString(type.getEnumConstants())
                        + ", between commas, not '" + value + "'");
            }
        }
        return constants;
    }

    private static String cpusOf(String value) throws UsageException {
        if (!value.matches("\\d+(-\\d+)?(,\\d+(-\\d+)?)*")) {
            throw new UsageException(
                    "--cpus must be CPUs as taskset takes them, such as 0 or 0,2-3, not '" + value + "'");
        }
        return value;
    }

    private static Path path(String option, String value) throws UsageException {
        try {
            Path path = Path.of(value).toAbsolutePath();
            if (path.getParent() == null
                    || !path.getParent().toFile().isDirectory()
                    || path.toFile().isDirectory()) {
                throw new UsageException(option + " must be a file in a directory that exists, not '" + value + "'");
            }
            return path;
        } catch (InvalidPathException e) {
            throw new UsageException(option + " must be a file, not '" + value + "'");
        }
    }

    private Options jvms(int number) {
        return new Options(number, truths, conditions, cpus, budgetSeconds, out, lines);
    }

    private Options truths(Set<Truth> some) {
        return new Options(jvms, some, conditions, cpus, budgetSeconds, out, lines);
    }

    private Options conditions(Set<Condition> some) {
        return new Options(jvms, truths, some, cpus, budgetSeconds, out, lines);
    }

    private Options cpus(String list) {
        return new Options(jvms, truths, conditions, Optional.of(list), budgetSeconds, out, lines);
    }

    private Options budget(int seconds) {
        return new Options(jvms, truths, conditions, cpus, seconds, out, lines);
    }

    private Options out(Path file) {
        return new Options(jvms, truths, conditions, cpus, budgetSeconds, Optional.of(file), lines);
    }

    private Options lines(Path file) {
        return new Options(jvms, truths, conditions, cpus, budgetSeconds, out, file);
    }
}
