package io.github.acrossexecutors.runner.engine;

import io.github.acrossexecutors.runner.link.MethodResult;
import io.github.acrossexecutors.runner.link.RoundSeen;
import io.github.acrossexecutors.runner.path.SourceProblem;
import java.util.List;

/** What came of judging a stub, a solution or a mutant. */
public sealed interface Outcome {

    /**
     * Every guarantee holds.
     *
     * @param run what was observed
     */
    record Green(Observed run) implements Outcome {}

    /**
     * A guarantee does not hold.
     *
     * @param first the failed method with the lowest guarantee
     * @param place file and line in the judged file: where the failure came from, or else where its code begins
     * @param testPlace file and line in the test
     * @param run what was observed
     */
    record Red(MethodResult first, String place, String testPlace, Observed run) implements Outcome {}

    /**
     * Nothing could be run, because javac refused, or the file holds no text.
     *
     * @param problems at least one, those of the judged file first
     * @param inJudgedFile whether the judged file has some; else only the test no longer fits it
     */
    record DoesNotCompile(List<SourceProblem> problems, boolean inJudgedFile) implements Outcome {

        /** Copies the list. */
        public DoesNotCompile {
            problems = List.copyOf(problems);
        }
    }

    /**
     * The code under test ended its JVM, or hung so that the JVM had to be ended, or how its test ended did not arrive.
     *
     * @param sentence what happened, with process id, and exit code or stacks
     * @param method the test method it happened in, empty if between two
     * @param run what was observed before
     */
    record Lost(String sentence, String method, Observed run) implements Outcome {}

    /**
     * This machine, or this moment, allows no verdict.
     *
     * @param reason why, as a sentence
     */
    record NotJudged(String reason) implements Outcome {}

    /**
     * The project itself is at fault, not the code under test.
     *
     * @param sentence what is broken
     */
    record Broken(String sentence) implements Outcome {}

    /**
     * What was observed of a run, as far as it got.
     *
     * @param results one for each test method that ended
     * @param printed what the code under test printed
     * @param leakedThreads names of threads it left behind
     * @param rounds what its threads were seen doing
     */
    record Observed(List<MethodResult> results, Printed printed, List<String> leakedThreads, List<RoundSeen> rounds) {

        /** Copies the lists. */
        public Observed {
            results = List.copyOf(results);
            leakedThreads = List.copyOf(leakedThreads);
            rounds = List.copyOf(rounds);
        }

        /**
         * What was observed of a run whose threads nobody saw.
         *
         * @param results one for each test method that ended
         * @param printed what the code under test printed
         * @param leakedThreads names of threads it left behind
         */
        public Observed(List<MethodResult> results, Printed printed, List<String> leakedThreads) {
            this(results, printed, leakedThreads, List.of());
        }
    }
}
