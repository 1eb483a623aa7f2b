package io.github.acrossexecutors.runner.engine;

import io.github.acrossexecutors.runner.link.Request;
import io.github.acrossexecutors.runner.path.BrokenKoanException;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.Kind;
import io.github.acrossexecutors.runner.path.KoanTree;
import io.github.acrossexecutors.runner.path.SourceProblem;
import io.github.acrossexecutors.runner.path.Sources;
import io.github.acrossexecutors.runner.path.UnreadableSourceException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Judges one koan at a time.
 *
 * <pre>{@code
 * try (Engine engine = new Engine(tree)) {
 *     Outcome outcome = engine.judge(entry, new Variant.Stub(), Selection.UNTIL_FIRST_RED);
 * }
 * }</pre>
 *
 * <p>Each run compiles into a directory of its own and runs in a child JVM that is used again as long as runs leave it clean.
 *
 * <p>Threads: used by one at a time, but for {@link #giveUp}. An interrupt ends {@link #judge} with an {@link InterruptedException}, and the child that was
 * running; the next run gets another. {@link #close} ends the children. They also end when this JVM does, however it does.
 */
public final class Engine implements AutoCloseable {

    private final KoanTree tree;
    private final EngineSettings settings;
    private final KoanCompiler compiler;
    private final Children children;

    /**
     * Makes an engine as learners and the gate use it.
     *
     * @param tree where the project lies
     */
    public Engine(KoanTree tree) {
        this(tree, EngineSettings.standard());
    }

    Engine(KoanTree tree, EngineSettings settings) {
        this.tree = tree;
        this.settings = settings;
        this.compiler = new KoanCompiler(settings.classPath());
        this.children =
                new Children(ChildArchive.beneath(new ChildCommand(settings.classPath(), settings.childOptions())));
    }

    /**
     * Has the children of engines to come start in a third of the time, in this process and in later ones of the same class path: archives what they load.
     * Takes some seconds where that has not been done for this state of the classes, some tenths of one where it has. What stands in the way changes nothing
     * but the time.
     *
     * @throws InterruptedException if the calling thread is interrupted; no process is left behind then
     */
    public static void rehearse() throws InterruptedException {
        EngineSettings settings = EngineSettings.standard();
        ChildArchive.make(new ChildCommand(settings.classPath(), settings.childOptions()));
    }

    /**
     * Compiles and runs.
     *
     * @param entry the koan
     * @param variant what its test judges
     * @param selection which of its test methods
     * @return what came of it; whatever is wrong with the koan's files is an outcome, not an exception
     * @throws InterruptedException if the calling thread is interrupted
     */
    public Outcome judge(Entry entry, Variant variant, Selection selection) throws InterruptedException {
        int cores = Runtime.getRuntime().availableProcessors();
        if (cores < entry.minCores()) {
            return new Outcome.NotJudged(
                    entry.id() + " needs " + entry.minCores() + " processors; this machine has " + cores + ".");
        }
        try (RunDirectory directory = RunDirectory.create(tree, entry)) {
            children.prepare();
            Optional<Outcome> refused = compile(entry, variant, directory);
            return refused.isPresent() ? refused.get() : run(entry, variant, selection, directory);
        } catch (BrokenKoanException broken) {
            return new Outcome.Broken(entry.id() + ": " + broken.getMessage());
        } catch (UncheckedIOException refused) {
            return new Outcome.Broken(String.valueOf(refused.getMessage()));
        }
    }

    /** Starts a child JVM, and a spare one when that is up, so that the next run finds them warm. */
    public void warmUp() {
        children.prepare();
    }

    private Optional<Outcome> compile(Entry entry, Variant variant, RunDirectory directory) {
        String judged = tree.show(variant.file(tree, entry));
        Sources.readOrBreak(tree, tree.text(entry), "the text of " + entry.id());
        String test = Sources.readOrBreak(tree, tree.test(entry), "the test of " + entry.id());
        if (test.contains("SlowSite")) {
            children.warm(Request.Part.SITE);
        }
        if (test.contains("koans.kit.Rules")) {
            children.warm(Request.Part.RULES);
        }
        if (test.contains("koans.kit.EveryOrder")) {
            children.warm(Request.Part.ORDERS);
        }
        String source;
        try {
            source = variant.source(tree, entry);
        } catch (UnreadableSourceException unreadable) {
            return Optional.of(new Outcome.DoesNotCompile(List.of(unreadable.problem()), true));
        }
        List<SourceProblem> problems = compiler.compile(
                List.of(
                        new SourceUnit(variant.file(tree, entry), judged, source),
                        new SourceUnit(tree.test(entry), tree.show(tree.test(entry)), test)),
                directory.path());
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        Optional<SourceProblem> nowhere = problems.stream()
                .filter(problem -> problem.file().equals(KoanCompiler.JAVAC))
                .findFirst();
        if (nowhere.isPresent()) {
            return Optional.of(
                    new Outcome.Broken(RunDirectory.refused(nowhere.get().message())));
        }
        boolean inJudgedFile =
                problems.stream().anyMatch(problem -> problem.file().equals(judged));
        List<SourceProblem> judgedFirst = problems.stream()
                .sorted(Comparator.comparing(problem -> !problem.file().equals(judged)))
                .toList();
        return Optional.of(new Outcome.DoesNotCompile(judgedFirst, inJudgedFile));
    }

    private Outcome run(Entry entry, Variant variant, Selection selection, RunDirectory directory)
            throws InterruptedException {
        if (entry.kind() == Kind.TIMING) {
            children.awaitQuiet();
        }
        Duration deadline = entry.budget().multipliedBy(selection.patience());
        Request.Run request = new Request.Run(
                UUID.randomUUID().toString(),
                List.of(directory.path().toString()),
                entry.testClassName(),
                entry.className(),
                selection.methods(),
                selection.stopAtFirstFailure(),
                deadline.toMillis());
        Duration silence = deadline.plus(settings.grace());
        // Read before the code under test can write to the directory.
        List<String> expected = selection.methods().isEmpty()
                ? GuaranteeMethods.of(directory.classFile(entry.testClassName()))
                : selection.methods();
        ChildAnswer answer = answer(request, silence);
        return new Verdict(tree, entry, variant, silence, expected).of(answer, directory);
    }

    /** A child that a run left unclean, or that was given up, is not used again. */
    private ChildAnswer answer(Request.Run request, Duration silence) throws InterruptedException {
        boolean clean = false;
        try {
            ChildAnswer answer = children.use().run(request, silence);
            clean = answer instanceof ChildAnswer.Completed completed
                    && completed.done().reusable();
            return answer;
        } finally {
            children.release(clean);
        }
    }

    /**
     * Ends the run in progress, if there is one: whoever asked for it gets an outcome that means nothing, and the next run another child.
     *
     * <p>Threads: any.
     */
    public void giveUp() {
        children.giveUp();
    }

    @Override
    public void close() {
        children.close();
        compiler.close();
    }
}
