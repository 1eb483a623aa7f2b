package io.github.acrossexecutors.explorer.corpus;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.explorer.Exploration;
import io.github.acrossexecutors.explorer.Interleavings;
import io.github.acrossexecutors.explorer.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The explorer")
class CorpusTests {

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void catchesEachBugInItsOwnWay(Corpus.Entry entry) {
        assertThat(Interleavings.explore(entry.bug())).breaksWith(entry.expected());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void passesTheSameCodeWithoutTheBug(Corpus.Entry entry) {
        assertThat(Interleavings.explore(entry.correct())).passes();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.github.acrossexecutors.explorer.corpus.Corpus#usedRight")
    void neverAccusesWhatTheJdkOffersUsedAsItIsMeant(Class<?> scenario) {
        Exploration exploration = Interleavings.explore(scenario);
        assertThat(exploration.outcome())
                .as(exploration.message())
                .isInstanceOfAny(Outcome.Passed.class, Outcome.NotControlled.class);
    }

    @Test
    @DisplayName("is asked about every scenario of the corpus")
    void noScenarioIsForgotten() throws Exception {
        Stream<Class<?>> listed = Stream.concat(
                entries().flatMap(entry -> Stream.of(entry.bug(), entry.correct())), Corpus.usedRight().stream());
        assertThat(listed).containsExactlyInAnyOrderElementsOf(scenariosOnDisk());
    }

    private static Stream<Corpus.Entry> entries() {
        return Stream.of(Corpus.classics(), Corpus.published()).flatMap(List::stream);
    }

    private static List<Class<?>> scenariosOnDisk() throws Exception {
        Path classes = Path.of(CorpusTests.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path here = classes.resolve(CorpusTests.class.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(here)) {
            return files.map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".class") && !name.startsWith("package-info"))
                    .<Class<?>>map(name -> load(name.replace(".class", "")))
                    .filter(ScenarioClasses::isScenario)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(CorpusTests.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
    }
}
