package io.github.acrossexecutors.benchmarks.explorer;

import io.github.acrossexecutors.explorer.Exploration;
import io.github.acrossexecutors.explorer.Interleavings;
import io.github.acrossexecutors.explorer.Outcome;

/** Explores one scenario in this JVM, and prints one line: a {@link Seen}. */
final class ExplorerRun {

    private ExplorerRun() {}

    /** The argument: the scenario's binary name. */
    public static void main(String[] arguments) throws ClassNotFoundException {
        Class<?> scenario = Class.forName(arguments[0], false, ExplorerRun.class.getClassLoader());
        long start = System.nanoTime();
        Exploration exploration = Interleavings.explore(scenario);
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.println(
                new Seen(result(exploration.outcome()), millis, exploration.schedules(), exploration.message()).line());
        System.out.flush();
        // Threads that are stuck need not be waited for.
        Runtime.getRuntime().halt(0);
    }

    private static Result result(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed passed -> Result.PASSED;
            case Outcome.Broken broken -> Result.valueOf(broken.kind().name());
            case Outcome.NotControlled notControlled -> Result.NOT_CONTROLLED;
            case Outcome.NotDeterministic notDeterministic -> Result.NOT_DETERMINISTIC;
        };
    }
}
