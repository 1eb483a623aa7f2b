package io.github.acrossexecutors.runner.engine;

import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.KoanTree;
import io.github.acrossexecutors.runner.path.Sources;
import io.github.acrossexecutors.runner.path.UnreadableSourceException;
import java.nio.file.Path;

/** What a koan's test judges. */
public sealed interface Variant {

    /** The learner's own file. */
    record Stub() implements Variant {}

    /** The project's answer. */
    record Solution() implements Variant {}

    /**
     * A wrong answer: the project's, with one edit.
     *
     * @param edit the edit
     */
    record Mutant(io.github.acrossexecutors.runner.path.Mutant edit) implements Variant {}

    /**
     * Names the file that is judged.
     *
     * @param tree where the project lies
     * @param entry the koan
     * @return the stub, or the solution
     */
    default Path file(KoanTree tree, Entry entry) {
        return this instanceof Stub ? tree.stub(entry) : tree.solution(entry);
    }

    /**
     * Reads what is judged.
     *
     * @param tree where the project lies
     * @param entry the koan
     * @return its source
     * @throws UnreadableSourceException if the file is empty or not UTF-8
     * @throws io.github.acrossexecutors.runner.path.BrokenKoanException if the file is missing or the edit does not fit
     */
    default String source(KoanTree tree, Entry entry) throws UnreadableSourceException {
        String text = Sources.read(tree, file(tree, entry));
        return this instanceof Mutant mutant ? mutant.edit().applyTo(text) : text;
    }
}
