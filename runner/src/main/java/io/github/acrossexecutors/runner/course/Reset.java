package io.github.acrossexecutors.runner.course;

import io.github.acrossexecutors.runner.path.BrokenKoanException;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.FileHash;
import io.github.acrossexecutors.runner.path.KoanTree;
import io.github.acrossexecutors.runner.path.Pristine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a koan back as it came: stub, test, and what is remembered of it. What the learner wrote is kept in {@code .learn/kept}.
 *
 * @param course the clone
 */
public record Reset(Course course) {

    /**
     * Resets one koan.
     *
     * @param entry the koan
     * @return what was kept of the learner's, as paths to show; empty if nothing was changed
     * @throws BrokenKoanException if the stub as it came is nowhere to be found, or a file cannot be written: then nothing of the learner's is lost
     */
    public List<String> apply(Entry entry) {
        KoanTree tree = course.tree();
        Pristine pristine = Pristine.read(tree);
        List<String> kept = new ArrayList<>();
        try {
            for (Path file : List.of(tree.stub(entry), tree.test(entry))) {
                restore(file, pristine.committed(tree, file), kept);
            }
        } catch (IOException refused) {
            String yours = kept.isEmpty()
                    ? "Your file is as it was."
                    : "Nothing of yours is lost: there is a copy in " + String.join(" and ", kept) + ".";
            throw new BrokenKoanException(
                    entry.id() + " cannot be reset: " + Reason.of(refused) + ". " + yours, refused);
        }
        course.progress().change(entry.id(), koan -> Remembered.NOTHING);
        return kept;
    }

    private void restore(Path file, String committed, List<String> kept) throws IOException {
        KoanTree tree = course.tree();
        if (committed.equals(FileHash.of(file))) {
            return;
        }
        byte[] content = new PristineCopies(tree)
                .find(file, committed)
                .orElseThrow(
                        () -> new BrokenKoanException(
                                tree.show(file)
                                        + " as it came is neither in .learn/pristine nor in git's history; copy it from a fresh clone."));
        if (Files.isRegularFile(file)) {
            Path copy = Replacing.free(tree.root().resolve(".learn/kept").resolve(String.valueOf(file.getFileName())));
            Replacing.write(copy, Files.readAllBytes(file));
            kept.add(tree.show(copy));
        }
        Replacing.write(file, content);
    }
}
