package io.github.acrossexecutors.runner.course;

import io.github.acrossexecutors.runner.engine.Engine;
import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Selection;
import io.github.acrossexecutors.runner.engine.Variant;
import io.github.acrossexecutors.runner.path.BrokenKoanException;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.FileHash;
import io.github.acrossexecutors.runner.path.KoanPath;
import io.github.acrossexecutors.runner.path.KoanTree;
import io.github.acrossexecutors.runner.path.Pristine;
import io.github.acrossexecutors.runner.path.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import koans.kit.KoanText;
import koans.kit.KoanTextException;

/**
 * A learner's clone, as long as a command or the watch works on it.
 *
 * @param tree where its files lie
 * @param path the koans in order
 * @param progress what was reached
 */
public record Course(KoanTree tree, KoanPath path, Progress progress) {

    /**
     * Opens the clone a directory belongs to, and puts copies of untouched stubs aside.
     *
     * @param start where to look, upwards
     * @return it
     * @throws BrokenKoanException if the directory belongs to none, or its path or its state file cannot be read
     */
    public static Course open(Path start) {
        KoanTree tree = KoanTree.around(start)
                .orElseThrow(() -> new BrokenKoanException("There are no koans here: neither " + start.toAbsolutePath()
                        + " nor a directory above it has koans/path.yaml."));
        Course course = new Course(tree, KoanPath.read(tree), Progress.load(tree.root()));
        new PristineCopies(tree).keep(course.path, Pristine.read(tree));
        return course;
    }

    /**
     * Whether a koan counts as passed: it was green once, and its test is still the one it was green with.
     *
     * @param entry the koan
     * @return whether it does
     */
    public boolean passed(Entry entry) {
        Remembered koan = progress.of(entry.id());
        return koan.passed() && koan.test().equals(FileHash.of(tree.test(entry)));
    }

    /**
     * How far the learner has come with a koan.
     *
     * @param entry the koan
     * @return how far
     */
    public Standing standing(Entry entry) {
        if (!Files.isRegularFile(tree.stub(entry))) {
            return Standing.MISSING;
        }
        if (passed(entry)) {
            return Standing.PASSED;
        }
        return Pristine.read(tree).holds(tree, entry) ? Standing.NOT_BEGUN : Standing.IN_PROGRESS;
    }

    /**
     * Whether a koan's test is another than the one that came with it: then green counts for nothing.
     *
     * @param entry the koan
     * @return whether it is
     */
    public boolean testEdited(Entry entry) {
        return Files.isRegularFile(tree.test(entry)) && !Pristine.read(tree).testHolds(tree, entry);
    }

    /** {@return the first koan of the path that is not passed} */
    public Optional<Entry> current() {
        return path.entries().stream().filter(entry -> !passed(entry)).findFirst();
    }

    /** {@return how many koans are passed} */
    public int countPassed() {
        return (int) path.entries().stream().filter(this::passed).count();
    }

    /**
     * Judges the learner's file and remembers a green one, if the test is the koan's own and nobody saved anything meanwhile.
     *
     * @param engine what judges
     * @param entry the koan
     * @param selection which test methods
     * @return what came of it
     * @throws InterruptedException if the calling thread is interrupted
     */
    public Outcome judge(Engine engine, Entry entry, Selection selection) throws InterruptedException {
        Hashes before = hashes(entry);
        Outcome outcome = engine.judge(entry, new Variant.Stub(), selection);
        if (outcome instanceof Outcome.Green && before.equals(hashes(entry)) && !testEdited(entry)) {
            progress.change(entry.id(), koan -> koan.passedWith(before));
        }
        return outcome;
    }

    private Hashes hashes(Entry entry) {
        return new Hashes(FileHash.of(tree.stub(entry)), FileHash.of(tree.test(entry)));
    }

    /**
     * Reads a koan's text in the learner's language, or else in English.
     *
     * @param entry the koan
     * @return the text
     * @throws BrokenKoanException if it is missing or breaks a rule
     */
    public KoanText text(Entry entry) {
        Path file = translated(entry.id() + ".md");
        try {
            return KoanText.parse(entry.id(), Sources.readOrBreak(tree, file, "the text of " + entry.id()));
        } catch (KoanTextException broken) {
            throw new BrokenKoanException(tree.show(file) + ": " + broken.getMessage(), broken);
        }
    }

    /**
     * Reads the page of a koan's chapter in the learner's language, or else in English.
     *
     * @param entry the koan
     * @return the page, as Markdown
     * @throws BrokenKoanException if it is missing
     */
    public String chapter(Entry entry) {
        return Sources.readOrBreak(tree, translated(entry.chapter() + ".md"), "the page of chapter " + entry.chapter());
    }

    private Path translated(String name) {
        Path translated =
                tree.texts().resolve(System.getProperty("koans.language", "en")).resolve(name);
        return Files.isRegularFile(translated)
                ? translated
                : tree.texts().resolve("en").resolve(name);
    }
}
