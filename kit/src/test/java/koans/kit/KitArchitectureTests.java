package koans.kit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import koans.api.Seam;
import koans.rehearsal.Rehearsal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The kit")
class KitArchitectureTests {

    private static final JavaClasses KIT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(Koan.class, Seam.class, Rehearsal.class);

    @Test
    @DisplayName("gives stubs nothing but the JDK")
    void apiNeedsTheJdkAlone() {
        classes()
                .that(resideInAPackage("koans.api.."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("koans.api..", "java..", "org.jspecify.annotations.."))
                .check(KIT);
    }

    @Test
    @DisplayName("knows neither the runner nor any koan")
    void knowsNoRunner() {
        noClasses()
                .that(resideInAPackage("koans.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.github.acrossexecutors.runner..", "koans.c*.."))
                .check(KIT);
    }

    @Test
    @DisplayName("has no cycles between its packages")
    void noCycles() {
        slices().matching("(koans..)").should().beFreeOfCycles().check(KIT);
    }

    @Test
    @DisplayName("shows what tests of koans need, and keeps the rest to itself")
    void publicTypes() {
        assertThat(KIT.stream()
                        .filter(type ->
                                type.isTopLevelClass() && type.getModifiers().contains(PUBLIC))
                        .map(JavaClass::getName)
                        .filter(name -> !name.endsWith("package-info")))
                .containsExactlyInAnyOrder(
                        "koans.api.NotYetWritten",
                        "koans.api.Seam",
                        "koans.api.Site",
                        "koans.kit.Aside",
                        "koans.kit.Attempt",
                        "koans.kit.Eventually",
                        "koans.kit.EveryOrder",
                        "koans.kit.Guarantee",
                        "koans.kit.Hold",
                        "koans.kit.Interleaving",
                        "koans.kit.Koan",
                        "koans.kit.KoanText",
                        "koans.kit.KoanTextException",
                        "koans.kit.LockWatch",
                        "koans.kit.Meeting",
                        "koans.kit.NoticeBoard",
                        "koans.kit.PlatformWaiters",
                        "koans.kit.Rules",
                        "koans.kit.Seen",
                        "koans.kit.SlowSite",
                        "koans.kit.Timeline",
                        "koans.rehearsal.Rehearsal");
    }
}
