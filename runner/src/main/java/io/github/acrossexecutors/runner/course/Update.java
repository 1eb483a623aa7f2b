package io.github.acrossexecutors.runner.course;

import io.github.acrossexecutors.runner.path.BrokenKoanException;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.FileHash;
import io.github.acrossexecutors.runner.path.KoanPath;
import io.github.acrossexecutors.runner.path.KoanTree;
import io.github.acrossexecutors.runner.path.Pristine;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes koans from a newer copy of the project, file by file: tests, texts, solutions, and stubs nobody has touched.
 *
 * <p>A stub that was edited is never written to: the new one is laid beside it. A test that was edited is kept in {@code .learn/kept}. The newer copy is
 * checked before anything is written, and the list of hashes is written last, so that an update that breaks off can be made again.
 *
 * @param course the clone to bring up to date
 */
public record Update(Course course) {

    /**
     * Updates from a folder or a zip file.
     *
     * @param newer another copy of the project
     * @return one sentence for each file that has changed
     * @throws BrokenKoanException if that is no copy of the project, or one that somebody has worked in, or a file cannot be written
     */
    public List<String> from(Path newer) {
        try {
            if (Files.isDirectory(newer)) {
                return from(new KoanTree(newer));
            }
            try (FileSystem zip = FileSystems.newFileSystem(newer)) {
                return from(new KoanTree(rootOf(zip)));
            }
        } catch (IOException refused) {
            throw new BrokenKoanException(
                    "The update broke off: " + Reason.of(refused) + ". It can be made again.", refused);
        } catch (java.nio.file.ProviderNotFoundException noZip) {
            throw new BrokenKoanException(newer + " is neither a folder nor a zip file.", noZip);
        }
    }

    /**
     * Updates from where the clone came from, by git.
     *
     * @return one sentence for each file that has changed
     * @throws BrokenKoanException as {@link #from(Path)}, or if git has nothing to give
     */
    public List<String> fromOrigin() {
        Path zip = course.tree().root().resolve(".learn/update.zip");
        History git = new History(course.tree().root());
        try {
            Files.createDirectories(zip.resolveSibling(""));
            if (git.run("fetch", "--quiet", "origin").isEmpty()
                    || git.run("archive", "--format=zip", "-o", zip.toString(), "FETCH_HEAD")
                            .isEmpty()) {
                throw new BrokenKoanException("git could not fetch a newer copy; fetch one yourself and name it:"
                        + " `learn update FOLDER` or `learn update FILE.zip`.");
            }
            List<String> changes = from(zip);
            Files.deleteIfExists(zip);
            return changes;
        } catch (IOException refused) {
            throw new BrokenKoanException("The update broke off: " + Reason.of(refused) + ".", refused);
        }
    }

    /** An archive's files may lie in one folder that is named for it. */
    private static Path rootOf(FileSystem zip) throws IOException {
        Path root = zip.getPath("/");
        try (Stream<Path> top = Files.list(root)) {
            List<Path> all = top.toList();
            boolean wrapped = all.size() == 1 && Files.isDirectory(all.getFirst());
            return wrapped ? all.getFirst() : root;
        }
    }

    private List<String> from(KoanTree newer) throws IOException {
        KoanPath path = KoanPath.read(newer);
        Pristine published = Pristine.read(newer);
        for (Entry entry : path.entries()) {
            if (!published.holds(newer, entry) || !published.testHolds(newer, entry)) {
                throw new BrokenKoanException(
                        "Somebody has worked on " + entry.id() + " in the newer copy: update from a fresh one.");
            }
        }
        List<String> changes = new ArrayList<>();
        for (Entry entry : path.entries()) {
            stub(newer, entry, changes);
            test(newer, entry, changes);
            replace(newer, newer.solution(entry), "", changes);
            replace(newer, newer.mutants(entry), "", changes);
            texts(newer, entry, changes);
        }
        replace(newer, newer.pathFile(), "", changes);
        replace(newer, newer.pristine(), "", changes);
        return changes;
    }

    private void stub(KoanTree newer, Entry entry, List<String> changes) throws IOException {
        KoanTree tree = course.tree();
        Path mine = tree.stub(entry);
        byte[] content = Files.readAllBytes(newer.stub(entry));
        String now = FileHash.of(mine);
        boolean same = now.equals(FileHash.of(content));
        boolean untouched = now.isEmpty() || now.equals(Pristine.read(tree).committed(tree, mine));
        boolean news = !FileHash.of(content).equals(Pristine.read(tree).committed(tree, mine));
        new PristineCopies(tree).store(mine, content);
        if (same) {
            return;
        }
        if (untouched) {
            Replacing.write(mine, content);
            changes.add(tree.show(mine) + (now.isEmpty() ? " is new." : " is replaced; you had not begun it."));
        } else if (news) {
            Path beside = mine.resolveSibling(mine.getFileName() + ".new");
            Replacing.write(beside, content);
            changes.add(tree.show(mine) + " is yours and stays; the new stub lies beside it, in " + beside.getFileName()
                    + ".");
        }
    }

    private void test(KoanTree newer, Entry entry, List<String> changes) throws IOException {
        KoanTree tree = course.tree();
        Path mine = tree.test(entry);
        boolean known = FileHash.of(mine).isEmpty()
                || FileHash.of(mine).equals(Pristine.read(tree).committed(tree, mine))
                || FileHash.of(mine).equals(FileHash.of(newer.test(entry)));
        String note = "";
        if (!known) {
            Path kept = Replacing.free(tree.root().resolve(".learn/kept").resolve(String.valueOf(mine.getFileName())));
            Replacing.write(kept, Files.readAllBytes(mine));
            note = " Your version of it is kept in " + tree.show(kept) + ".";
        }
        new PristineCopies(tree).store(mine, Files.readAllBytes(newer.test(entry)));
        replace(newer, newer.test(entry), note, changes);
    }

    private void texts(KoanTree newer, Entry entry, List<String> changes) throws IOException {
        try (Stream<Path> languages = Files.list(newer.texts())) {
            for (Path language : languages.sorted().toList()) {
                replace(newer, language.resolve(entry.id() + ".md"), "", changes);
                replace(newer, language.resolve(entry.chapter() + ".md"), "", changes);
            }
        }
    }

    private void replace(KoanTree newer, Path file, String note, List<String> changes) throws IOException {
        Path mine = course.tree().root().resolve(newer.show(file));
        if (!Files.isRegularFile(file) || FileHash.of(mine).equals(FileHash.of(file))) {
            return;
        }
        changes.add(newer.show(file) + (Files.exists(mine) ? " is replaced." : " is new.") + note);
        Replacing.write(mine, Files.readAllBytes(file));
    }
}
