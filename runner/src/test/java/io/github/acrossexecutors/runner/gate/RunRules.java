package io.github.acrossexecutors.runner.gate;

import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Selection;
import io.github.acrossexecutors.runner.engine.Variant;
import io.github.acrossexecutors.runner.link.MethodResult;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.KoanTree;
import io.github.acrossexecutors.runner.path.Mutant;
import io.github.acrossexecutors.runner.path.Pristine;
import io.github.acrossexecutors.runner.path.SourceProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.opentest4j.TestAbortedException;

/** What must come of running a koan's test on its stub, its solution and its mutants. */
final class RunRules {

    private final KoanTree tree;
    private final Judge judge;
    private final Entry entry;
    private final boolean strict;
    private final Tally tally;

    RunRules(KoanTree tree, Judge judge, Entry entry, boolean strict, Tally tally) {
        this.tree = tree;
        this.judge = judge;
        this.entry = entry;
        this.strict = strict;
        this.tally = tally;
    }

    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check(entry.id(), stubRule(), this::stub));
        checks.add(new Check(entry.id(), "solution: green", this::solutionIsGreen));
        mutants()
                .forEach(mutant -> checks.add(new Check(
                        entry.id(),
                        "mutant '" + mutant.name() + "': killed by " + mutant.killedBy(),
                        () -> mutantIsKilled(mutant))));
        return checks;
    }

    /** Mutants that cannot be read have a check of their own, which says so. */
    private List<Mutant> mutants() {
        try {
            return Mutant.read(tree, entry);
        } catch (RuntimeException saidElsewhere) {
            return List.of();
        }
    }

    private String stubRule() {
        return pristine() || strict ? "stub: red, not yet written" : "stub: somebody works on it";
    }

    private boolean pristine() {
        try {
            return Pristine.read(tree).holds(tree, entry);
        } catch (RuntimeException saidByTheCheckItself) {
            return true;
        }
    }

    private void stub() throws InterruptedException {
        boolean pristine = Pristine.read(tree).holds(tree, entry);
        Violation.unless(
                pristine || !strict,
                tree.show(tree.stub(entry)) + " is not as it was committed: strict mode wants "
                        + "every stub pristine. If the koan was changed on purpose, `learn pristine` records it.");
        Violation.unless(
                !strict || Pristine.read(tree).testHolds(tree, entry),
                tree.show(tree.test(entry)) + " is not as it was recorded: strict mode wants every test pristine."
                        + " If it was changed on purpose, `learn pristine` records it.");
        Outcome outcome = judge.judge(entry, new Variant.Stub(), pristine ? Selection.PATIENTLY : Selection.ALL);
        tally.ran(entry, "stub", outcome);
        if (pristine) {
            requireNotYetWritten(outcome);
        } else if (!(outcome instanceof Outcome.Green)) {
            throw new TestAbortedException(entry.id() + " is in progress: " + told(outcome));
        }
    }

    private void requireNotYetWritten(Outcome outcome) {
        if (!(outcome instanceof Outcome.Red red)) {
            throw new Violation(
                    "expected every guarantee red, by NotYetWritten thrown in the stub; seen " + told(outcome));
        }
        List<String> others = red.run().results().stream()
                .filter(result -> !result.failure().notYetWritten())
                .map(RunRules::told)
                .toList();
        Violation.unless(
                others.isEmpty(),
                "expected every guarantee red, by NotYetWritten thrown in the stub; otherwise ended:\n"
                        + String.join("\n", others)
                        + "\nUsually the test method does not call the stub, or catches what it throws.");
    }

    private void solutionIsGreen() throws InterruptedException {
        Outcome outcome = judge.judge(entry, new Variant.Solution(), Selection.PATIENTLY);
        tally.ran(entry, "solution", outcome);
        abortIfNotJudged(outcome);
        if (!(outcome instanceof Outcome.Green green)) {
            throw new Violation("expected green, seen " + told(outcome));
        }
        Violation.unless(
                green.run().leakedThreads().isEmpty(),
                "green, but it leaves threads behind: " + green.run().leakedThreads() + ".");
    }

    private void mutantIsKilled(Mutant mutant) throws InterruptedException {
        Outcome outcome = judge.judge(entry, new Variant.Mutant(mutant), Selection.only(mutant.killedBy()));
        tally.ran(entry, "mutant", outcome);
        abortIfNotJudged(outcome);
        Violation.unless(
                outcome instanceof Outcome.Red,
                "expected " + mutant.killedBy() + " to fail, seen " + told(outcome)
                        + (outcome instanceof Outcome.Green
                                ? "\nUsually the test does not look where this answer is wrong."
                                : ""));
        mutant.question().ifPresent(question -> requireSeen(question, (Outcome.Red) outcome));
        tally.killed(entry, mutant);
    }

    /** A learner who breaks the koan is told the answer and then reads the message: the two must agree. */
    private static void requireSeen(Mutant.Question question, Outcome.Red red) {
        String message = red.first().failure().message();
        Violation.unless(
                List.of(message.split("\\W+")).contains(question.answer()),
                "`answer` is " + question.answer() + ", but the test says: " + message);
    }

    private static void abortIfNotJudged(Outcome outcome) {
        if (outcome instanceof Outcome.NotJudged not) {
            throw new TestAbortedException(not.reason());
        }
    }

    private static String told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Green green -> "green";
            case Outcome.Red red -> "red: " + told(red.first());
            case Outcome.DoesNotCompile refused ->
                "that it does not compile:\n"
                        + refused.problems().stream().map(RunRules::told).collect(Collectors.joining("\n"));
            case Outcome.Lost lost -> lost.sentence();
            case Outcome.NotJudged not -> not.reason();
            case Outcome.Broken broken -> broken.sentence();
        };
    }

    private static String told(SourceProblem problem) {
        return problem.place() + ": " + problem.message();
    }

    private static String told(MethodResult result) {
        return result.method() + " (guarantee " + result.guarantee() + ") " + result.status() + " "
                + result.failure().simpleType() + " " + result.failure().message();
    }
}
