package io.github.acrossexecutors.runner.course;

import io.github.acrossexecutors.runner.path.FileHash;
import io.github.acrossexecutors.runner.path.KoanPath;
import io.github.acrossexecutors.runner.path.KoanTree;
import io.github.acrossexecutors.runner.path.Pristine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds stubs and tests as they were committed.
 *
 * <p>A copy of each is put aside in {@code .learn/pristine} while it is untouched; what was touched before is looked for in the clone's history. Either
 * way the committed hash tells whether it is the right one.
 */
final class PristineCopies {

    private final KoanTree tree;
    private final Path copies;

    PristineCopies(KoanTree tree) {
        this.tree = tree;
        this.copies = tree.root().resolve(".learn/pristine");
    }

    /** Copies what is untouched and not copied yet; where nothing can be written, nothing is. */
    void keep(KoanPath path, Pristine pristine) {
        try {
            for (Path file : path.entries().stream()
                    .flatMap(entry -> Stream.of(tree.stub(entry), tree.test(entry)))
                    .toList()) {
                keep(file, pristine.committed(tree, file));
            }
        } catch (IOException unwritable) {
            return; // history is left, and reset says so if that has nothing either
        }
    }

    private void keep(Path file, String committed) throws IOException {
        if (!committed.isEmpty() && !committed.equals(FileHash.of(copy(file))) && committed.equals(FileHash.of(file))) {
            Replacing.write(copy(file), Files.readAllBytes(file));
        }
    }

    /** Puts a file aside as it was committed, whatever lies in its place now. */
    void store(Path file, byte[] content) throws IOException {
        Replacing.write(copy(file), content);
    }

    /** The file as it was committed, empty if nobody has it. */
    Optional<byte[]> find(Path file, String committed) {
        try {
            Path copy = copy(file);
            if (committed.equals(FileHash.of(copy))) {
                return Optional.of(Files.readAllBytes(copy));
            }
        } catch (IOException unreadable) {
            return inHistory(file, committed);
        }
        return inHistory(file, committed);
    }

    private Optional<byte[]> inHistory(Path file, String committed) {
        return new History(tree.root()).find(tree.show(file), content -> committed.equals(FileHash.of(content)));
    }

    private Path copy(Path file) {
        return copies.resolve(String.valueOf(file.getFileName()));
    }
}
