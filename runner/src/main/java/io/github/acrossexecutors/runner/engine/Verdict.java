package io.github.acrossexecutors.runner.engine;

import io.github.acrossexecutors.runner.link.MethodResult;
import io.github.acrossexecutors.runner.link.MethodResult.Status;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.KoanTree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Turns what a child answered into an outcome.
 *
 * @param tree where the project lies
 * @param entry the koan
 * @param variant what was judged
 * @param silence how long the child was allowed to say nothing
 * @param expected the test methods that must have passed before anything is green
 */
record Verdict(KoanTree tree, Entry entry, Variant variant, Duration silence, List<String> expected) {

    Verdict {
        expected = List.copyOf(expected);
    }

    Outcome of(ChildAnswer answer, RunDirectory directory) {
        return switch (answer) {
            case ChildAnswer.Completed completed -> completed(completed, directory);
            case ChildAnswer.Died died ->
                new Outcome.Lost(
                        "The JVM that ran your code ended (" + died.end() + ")" + during(died.method())
                                + ". Usually something called System.exit or Runtime.halt, or used up all memory.",
                        died.method(),
                        new Outcome.Observed(died.results(), died.printed(), List.of()));
            case ChildAnswer.Hung hung ->
                new Outcome.Lost(
                        "Nothing happened for " + silence.toSeconds() + " s" + during(hung.method())
                                + ", not even the test's own watchdog: the JVM was ended. Its threads were:\n"
                                + hung.threads(),
                        hung.method(),
                        new Outcome.Observed(hung.results(), hung.printed(), List.of()));
            case ChildAnswer.NotStarted none ->
                new Outcome.Broken("No JVM could be started to run koans in (" + none.end() + ").");
        };
    }

    private static String during(String method) {
        return method.isEmpty() ? "" : " while the test method " + method + " was running";
    }

    private Outcome completed(ChildAnswer.Completed completed, RunDirectory directory) {
        if (!completed.done().fault().isEmpty()) {
            return new Outcome.Broken(entry.id() + ": " + completed.done().fault());
        }
        Outcome.Observed run = new Outcome.Observed(
                completed.results(), completed.printed(), completed.done().leakedThreads(), completed.rounds());
        Optional<MethodResult> red = first(run, Status.FAILED);
        if (red.isPresent()) {
            return red(red.get(), run, directory);
        }
        List<String> unheard = unheard(run);
        if (!unheard.isEmpty() || run.results().isEmpty()) {
            return lost(unheard, run);
        }
        return first(run, Status.ABORTED)
                .or(() -> first(run, Status.SKIPPED))
                .<Outcome>map(undecided -> new Outcome.NotJudged(entry.id() + ", guarantee " + undecided.guarantee()
                        + ": " + undecided.failure().message()))
                .orElseGet(() -> new Outcome.Green(run));
    }

    /** No news is not good news: a result may get lost, and code may have its own JVM say that it is done. */
    private static Outcome lost(List<String> unheard, Outcome.Observed run) {
        String methods = unheard.isEmpty() ? "any test method" : String.join(", ", unheard);
        return new Outcome.Lost(
                "The JVM that ran your code said that it was done, but not how " + methods
                        + " ended. Usually something wrote to the JVM's own standard output, past System.out.",
                "",
                run);
    }

    private List<String> unheard(Outcome.Observed run) {
        List<String> unheard = new ArrayList<>(expected);
        run.results().forEach(result -> unheard.remove(result.method()));
        return unheard;
    }

    private Outcome red(MethodResult first, Outcome.Observed run, RunDirectory directory) {
        int line = first.failure().judgedLine();
        return new Outcome.Red(
                first,
                place(
                        tree.show(variant.file(tree, entry)),
                        line > 0 ? line : FirstLine.of(directory.classFile(entry.className()))),
                place(tree.show(tree.test(entry)), first.failure().testLine()),
                run);
    }

    private static String place(String file, int line) {
        return line > 0 ? file + ":" + line : file;
    }

    private static Optional<MethodResult> first(Outcome.Observed run, Status status) {
        return run.results().stream()
                .filter(result -> result.status() == status)
                .min(Comparator.comparingInt(MethodResult::guarantee));
    }
}
