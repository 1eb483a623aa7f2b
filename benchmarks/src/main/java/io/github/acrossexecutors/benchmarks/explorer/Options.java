package io.github.acrossexecutors.benchmarks.explorer;

import io.github.acrossexecutors.benchmarks.lab.Condition;
import io.github.acrossexecutors.benchmarks.lab.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the command line asks for.
 *
 * @param jvms how many JVMs each scenario gets under each condition
 * @param subjects which scenarios
 * @param conditions under which conditions
 * @param tools what looks for the bug
 * @param out where the table goes beside standard output
 * @param lines where the findings go, after those that are there
 */
record Options(
        int jvms, List<Subject> subjects, Set<Condition> conditions, Set<Tool> tools, Optional<Path> out, Path lines) {

    private static final int MOST = 10_000;

    /**
     * Read a command line.
     *
     * @param possible the conditions that this machine can give
     * @param lines where the findings go if it does not say
     * @throws UsageException if it asks for what cannot be
     */
    static Options parse(List<String> arguments, Set<Condition> possible, Path lines) throws UsageException {
        Options options = new Options(50, Subject.all(), possible, EnumSet.of(Tool.EXPLORER), Optional.empty(), lines);
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            options = options.with(rest.next(), rest, possible);
        }
        return options;
    }

    private Options with(String argument, Iterator<String> rest, Set<Condition> possible) throws UsageException {
        if (argument.equals("--lincheck")) {
            return new Options(jvms, subjects, conditions, EnumSet.allOf(Tool.class), out, lines);
        }
        if (!argument.startsWith("--")) {
            return new Options(number(argument), subjects, conditions, tools, out, lines);
        }
        if (!rest.hasNext()) {
            throw new UsageException(argument + " needs a value");
        }
        String value = rest.next();
        return switch (argument) {
            case "--subjects" -> new Options(jvms, subjectsOf(value), conditions, tools, out, lines);
            case "--conditions" -> new Options(jvms, subjects, conditionsOf(value, possible), tools, out, lines);
            case "--out" -> new Options(jvms, subjects, conditions, tools, Optional.of(path(argument, value)), lines);
            case "--resume" -> new Options(jvms, subjects, conditions, tools, out, path(argument, value));
            default -> throw new UsageException("unknown option " + argument);
        };
    }

    private static int number(String value) throws UsageException {
        if (!value.matches("[1-9][0-9]{0,4}") || Integer.parseInt(value) > MOST) {
            throw new UsageException("JVMs must be a number from 1 to " + MOST + ", not '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    /** A file's name stands for all of its scenarios. */
    private static List<Subject> subjectsOf(String value) throws UsageException {
        List<Subject> subjects = new ArrayList<>();
        for (String name : value.split(",", -1)) {
            List<Subject> meant = Subject.all().stream()
                    .filter(subject -> subject.id().equalsIgnoreCase(name)
                            || subject.file().equalsIgnoreCase(name))
                    .toList();
            if (meant.isEmpty()) {
                throw new UsageException("--subjects must be files of the corpus or their scenarios, such as"
                        + " LostUpdate or LostUpdate.Bug, between commas, and there is no '" + name + "'. The files: "
                        + Subject.all().stream().map(Subject::file).distinct().collect(Collectors.joining(", ")));
            }
            subjects.addAll(meant);
        }
        return subjects.stream().distinct().toList();
    }

    private static Set<Condition> conditionsOf(String value, Set<Condition> possible) throws UsageException {
        Set<Condition> conditions = EnumSet.noneOf(Condition.class);
        for (String name : value.toLowerCase(Locale.ROOT).split(",", -1)) {
            Condition condition = Arrays.stream(Condition.values())
                    .filter(one -> one.toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new UsageException("--conditions must be of "
                            + Arrays.toString(Condition.values()) + ", between commas, not '" + value + "'"));
            if (!possible.contains(condition)) {
                throw new UsageException("--conditions " + condition + " needs taskset, which is not on the PATH");
            }
            conditions.add(condition);
        }
        return conditions;
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
}
