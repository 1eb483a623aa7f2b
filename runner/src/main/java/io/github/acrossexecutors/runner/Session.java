package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.engine.Engine;
import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Selection;
import io.github.acrossexecutors.runner.engine.Variant;
import io.github.acrossexecutors.runner.path.BrokenKoanException;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.KoanPath;
import io.github.acrossexecutors.runner.path.KoanTree;
import io.github.acrossexecutors.runner.path.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import koans.kit.KoanText;
import koans.kit.KoanTextException;

/** A learner's clone, as long as one command works on it. */
final class Session {

    private final KoanTree tree;
    private final Screen screen;
    private final Learn.Typed typed;
    private final KoanPath path;
    private final Progress progress;
    private final Fingerprint fingerprint;

    private Session(KoanTree tree, Screen screen, Learn.Typed typed) {
        this.tree = tree;
        this.screen = screen;
        this.typed = typed;
        this.path = KoanPath.read(tree);
        this.progress = Progress.load(tree.root());
        this.fingerprint = new Fingerprint(tree);
    }

    /**
     * Opens the clone a directory belongs to.
     *
     * @throws BrokenKoanException if it belongs to none, or its path or the progress cannot be read
     */
    static Session open(Path start, Screen screen, Learn.Typed typed) {
        KoanTree tree = KoanTree.around(start)
                .orElseThrow(() -> new BrokenKoanException("There are no koans here: neither " + start.toAbsolutePath()
                        + " nor a directory above it has koans/path.yaml."));
        return new Session(tree, screen, typed);
    }

    KoanTree tree() {
        return tree;
    }

    Screen screen() {
        return screen;
    }

    KoanPath path() {
        return path;
    }

    Progress progress() {
        return progress;
    }

    /** What the learner types to walk the path, for sentences that name it. */
    String command() {
        return typed.walk();
    }

    /** What the learner types for a subcommand. */
    String command(String subcommand) {
        return typed.walk() + " " + typed.argument().formatted(subcommand);
    }

    boolean solved(Entry entry) {
        String now = fingerprint.of(entry);
        return !now.isEmpty() && now.equals(progress.of(entry.id()).solved());
    }

    /** The first koan of the path that is not solved. */
    Optional<Entry> current() {
        return path.entries().stream().filter(entry -> !solved(entry)).findFirst();
    }

    /**
     * Reads a koan's text in the learner's language, or else in English.
     *
     * @throws BrokenKoanException if it is missing or breaks a rule
     */
    KoanText text(Entry entry) {
        Path translated =
                tree.texts().resolve(System.getProperty("koans.language", "en")).resolve(entry.id() + ".md");
        Path file = Files.isRegularFile(translated) ? translated : tree.text(entry);
        try {
            return KoanText.parse(entry.id(), Sources.readOrBreak(tree, file, "the text of " + entry.id()));
        } catch (KoanTextException broken) {
            throw new BrokenKoanException(tree.show(file) + ": " + broken.getMessage(), broken);
        }
    }

    /** Judges the learner's file, remembers a green one, and shows meanwhile that something happens. */
    Outcome judge(Engine engine, Entry entry, Selection selection) throws InterruptedException {
        String before = fingerprint.of(entry);
        Outcome outcome;
        Working working =
                Working.on(screen, "Judging " + entry.id() + " " + text(entry).title());
        try {
            outcome = engine.judge(entry, new Variant.Stub(), selection);
        } finally {
            working.close();
        }
        if (outcome instanceof Outcome.Green && before.equals(fingerprint.of(entry))) {
            progress.change(entry.id(), koan -> koan.solvedAs(before));
        }
        return outcome;
    }
}
