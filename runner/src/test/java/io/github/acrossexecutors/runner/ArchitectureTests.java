package io.github.acrossexecutors.runner;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The modules and packages")
class ArchitectureTests {

    private static final String RUNNER = "io.github.acrossexecutors.runner";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.acrossexecutors", "koans");

    private static JavaClasses runner() {
        return MAIN.that(resideInAPackage(RUNNER + ".."));
    }

    @Test
    @DisplayName("depend on each other one way: nothing depends on the runner")
    void nothingDependsOnTheRunner() {
        ArchRule rule = noClasses()
                .that(not(resideInAPackage(RUNNER + "..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(RUNNER + "..");

        rule.check(MAIN);
    }

    @Test
    @DisplayName(
            "depend on each other one way: the extension knows neither kit nor runner, the API of koans only the JDK")
    void lowerModules() {
        noClasses()
                .that(resideInAPackage("io.github.acrossexecutors.."))
                .and(not(resideInAPackage(RUNNER + "..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("koans..")
                .check(MAIN);
        classes()
                .that()
                .resideInAPackage("koans.api")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "koans.api", "org.jspecify.annotations"))
                .check(MAIN);
    }

    @Test
    @DisplayName("of the solutions and koans are not what the runner is compiled against")
    void koansAreData() {
        noClasses()
                .that(resideInAPackage(RUNNER + ".."))
                .should()
                .dependOnClassesThat(resideInAPackage("koans..").and(not(resideInAnyPackage("koans.kit", "koans.api"))))
                .check(MAIN);
        assertThat(MAIN.stream().filter(resideInAPackage("koans.c*.."))).isEmpty();
    }

    @Test
    @DisplayName("of the runner form layers")
    void layers() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("commands")
                .definedBy(RUNNER)
                .layer("watch")
                .definedBy(RUNNER + ".watch")
                .layer("page")
                .definedBy(RUNNER + ".page")
                .layer("course")
                .definedBy(RUNNER + ".course")
                .layer("engine")
                .definedBy(RUNNER + ".engine")
                .layer("path")
                .definedBy(RUNNER + ".path")
                .layer("host")
                .definedBy(RUNNER + ".host")
                .layer("link")
                .definedBy(RUNNER + ".link")
                .layer("timeline")
                .definedBy(RUNNER + ".timeline")
                .whereLayer("commands")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("watch")
                .mayOnlyBeAccessedByLayers("commands")
                .whereLayer("timeline")
                .mayOnlyBeAccessedByLayers("commands", "watch")
                .whereLayer("page")
                .mayOnlyBeAccessedByLayers("commands", "watch", "timeline")
                .whereLayer("course")
                .mayOnlyBeAccessedByLayers("commands", "watch", "page", "timeline")
                .whereLayer("engine")
                .mayOnlyBeAccessedByLayers("commands", "watch", "page", "course", "timeline")
                .whereLayer("host")
                .mayOnlyBeAccessedByLayers("engine")
                .whereLayer("path")
                .mayOnlyBeAccessedByLayers("commands", "watch", "page", "course", "engine", "timeline")
                .whereLayer("link")
                .mayOnlyBeAccessedByLayers("commands", "watch", "page", "engine", "host", "timeline")
                .check(runner());
    }

    @Test
    @DisplayName("of the runner have no cycles")
    void noCycles() {
        slices().matching("(" + RUNNER + "..)").should().beFreeOfCycles().check(runner());
    }

    @Test
    @DisplayName("of the runner show each other what is listed here, and nothing else")
    void publicTypes() {
        assertThat(runner().stream()
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(JavaClass::isTopLevelClass)
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .map(type -> type.getName().substring(RUNNER.length() + 1)))
                .containsExactlyInAnyOrder(
                        "course.Course",
                        "course.Hashes",
                        "course.Progress",
                        "course.Remembered",
                        "course.Reset",
                        "course.Standing",
                        "course.Update",
                        "watch.JLineTerminal",
                        "watch.Key",
                        "watch.Keys",
                        "watch.Screen",
                        "watch.Size",
                        "watch.Watch",
                        "page.Chapter",
                        "page.Line",
                        "page.Page",
                        "page.PathPage",
                        "page.Style",
                        "page.Telling",
                        "engine.Engine",
                        "engine.Outcome",
                        "engine.Printed",
                        "engine.Selection",
                        "engine.Variant",
                        "host.KoanHost",
                        "link.JsonLines",
                        "link.MethodResult",
                        "link.Report",
                        "link.Request",
                        "link.RoundSeen",
                        "link.Told",
                        "timeline.Drawn",
                        "timeline.Timelines",
                        "path.BrokenKoanException",
                        "path.Entry",
                        "path.FileHash",
                        "path.KoanPath",
                        "path.KoanTree",
                        "path.Kind",
                        "path.Mutant",
                        "path.Presence",
                        "path.Pristine",
                        "path.SourceProblem",
                        "path.Sources",
                        "path.UnreadableSourceException");
    }

    @Test
    @DisplayName("have no types named for having no role")
    void names() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
                .check(runner());
    }

    @Test
    @DisplayName("say what they are, in a package-info that makes null exceptional")
    void packageInfos() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> packages = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
            assertThat(packages)
                    .hasSize(9)
                    .allSatisfy(directory -> assertThat(directory.resolve("package-info.java"))
                            .content()
                            .contains("@NullMarked", "mported by"));
        }
    }
}
