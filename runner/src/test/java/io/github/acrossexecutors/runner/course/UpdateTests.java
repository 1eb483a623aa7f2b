package io.github.acrossexecutors.runner.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.acrossexecutors.runner.fixture.FixtureTree;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.KoanTree;
import io.github.acrossexecutors.runner.path.Pristine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An update")
class UpdateTests {

    private final Path folder;
    private final FixtureTree mine;
    private final FixtureTree newer;

    UpdateTests(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.mine = FixtureTree.in(Files.createDirectories(folder.resolve("mine")));
        this.newer = FixtureTree.in(Files.createDirectories(folder.resolve("newer")));
    }

    private Course course() {
        return Course.open(mine.tree().root());
    }

    private List<String> update(Path from) {
        return new Update(course()).from(from);
    }

    private void publish() {
        Pristine.of(newer.tree(), newer.path()).write(newer.tree());
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    @DisplayName("changes nothing where nothing is new")
    void same() {
        mine.answerAddUp("return 7;");

        assertThat(update(newer.tree().root())).isEmpty();
        assertThat(content(mine.tree().stub(mine.addUp()))).contains("return 7;");
    }

    @Test
    @DisplayName("replaces stubs nobody has begun, tests and texts, and says so file by file")
    void untouched() {
        Entry entry = newer.addUp();
        newer.edit(newer.tree().stub(entry), text -> text + "// newer\n")
                .edit(newer.tree().test(entry), text -> text + "// newer\n")
                .edit(newer.tree().text(entry), text -> text + "\nNewer.\n")
                .edit(newer.tree().texts().resolve("en/c99_fixture.md"), text -> text + "\nNewer.\n");
        publish();

        assertThat(update(newer.tree().root()))
                .containsExactly(
                        "koans/src/main/java/koans/c99_fixture/K9901AddUp.java is replaced; you had not begun it.",
                        "koans/src/test/java/koans/c99_fixture/K9901AddUpTest.java is replaced.",
                        "koans/text/en/K9901.md is replaced.",
                        "koans/text/en/c99_fixture.md is replaced.",
                        "solutions/pristine.sha256 is replaced.");
        assertThat(content(mine.tree().stub(entry))).endsWith("// newer\n");
        assertThat(course().standing(entry)).isEqualTo(Standing.NOT_BEGUN);
        assertThat(course().testEdited(entry)).isFalse();
    }

    @Test
    @DisplayName("never touches an edited stub: the new one is laid beside it, and a reset takes that")
    void edited() {
        Entry entry = newer.addUp();
        mine.answerAddUp("return 7;");
        newer.edit(newer.tree().stub(entry), text -> text + "// newer\n");
        publish();

        assertThat(update(newer.tree().root()).getFirst())
                .contains("is yours and stays; the new stub lies beside it, in K9901AddUp.java.new");
        assertThat(content(mine.tree().stub(entry))).contains("return 7;").doesNotContain("newer");
        assertThat(content(mine.tree().stub(entry).resolveSibling("K9901AddUp.java.new")))
                .endsWith("// newer\n");

        new Reset(course()).apply(entry);
        assertThat(content(mine.tree().stub(entry))).endsWith("// newer\n");
    }

    @Test
    @DisplayName("replaces an edited test and keeps the learner's")
    void editedTest() {
        Entry entry = newer.addUp();
        mine.edit(mine.tree().test(entry), text -> text + "// mine\n");

        assertThat(update(newer.tree().root()))
                .singleElement()
                .asString()
                .contains("K9901AddUpTest.java is replaced.", ".learn/kept/K9901AddUpTest.java");
        assertThat(content(mine.tree().root().resolve(".learn/kept/K9901AddUpTest.java")))
                .endsWith("// mine\n");
    }

    @Test
    @DisplayName("takes a zip file whose files lie in one folder, too")
    void zip() throws IOException {
        newer.edit(newer.tree().text(newer.addUp()), text -> text + "\nNewer.\n");
        Path zip = folder.resolve("newer.zip");
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream entries = new ZipOutputStream(out, StandardCharsets.UTF_8);
                Stream<Path> files = Files.walk(newer.tree().root())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(new ZipEntry("across-1/" + newer.tree().show(file)));
                Files.copy(file, entries);
            }
        }

        assertThat(update(zip)).containsExactly("koans/text/en/K9901.md is replaced.");
    }

    @Test
    @DisplayName("brings a koan that is new")
    void added() {
        KoanTree tree = mine.tree();
        Entry entry = newer.keepCount();
        Stream.of(tree.stub(entry), tree.test(entry), tree.text(entry), tree.solution(entry), tree.mutants(entry))
                .forEach(mine::delete);
        mine.edit(tree.pathFile(), text -> text.substring(0, text.indexOf("  - id: K9902")))
                .edit(
                        tree.pristine(),
                        text -> text.lines()
                                .filter(line -> line.contains("K9901"))
                                .reduce("", (all, line) -> all + line + "\n"));

        assertThat(update(newer.tree().root()))
                .hasSize(7)
                .anyMatch(line -> line.endsWith("K9902KeepCount.java is new."));
        assertThat(course().standing(entry)).isEqualTo(Standing.NOT_BEGUN);
    }

    @Test
    @DisplayName(
            "refuses what is no copy of the project, and one that somebody has worked in, before anything is written")
    void refused() throws IOException {
        assertThatThrownBy(() -> update(folder)).hasMessageContaining("koans/path.yaml is missing");
        Path text = Files.writeString(folder.resolve("notes.txt"), "no zip");
        assertThatThrownBy(() -> update(text)).hasMessageContaining("neither a folder nor a zip file");

        newer.answerAddUp("return 7;").edit(newer.tree().text(newer.addUp()), t -> t + "\nNewer.\n");
        assertThatThrownBy(() -> update(newer.tree().root()))
                .hasMessageContaining("Somebody has worked on K9901 in the newer copy");
        assertThat(content(mine.tree().text(mine.addUp()))).doesNotContain("Newer.");
    }
}
