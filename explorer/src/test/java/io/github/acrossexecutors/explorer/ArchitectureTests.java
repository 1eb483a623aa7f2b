package io.github.acrossexecutors.explorer;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may use what in the explorer, and what it shows to the world. */
class ArchitectureTests {

    private static final String ROOT = "io.github.acrossexecutors.explorer";
    private static final JavaClasses EXPLORER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** What is there for those alone who have AssertJ. */
    private static final DescribedPredicate<JavaClass> ASSERTIONS = describe(
            "assertions on AssertJ's ground",
            type -> Stream.of(InterleavingAssertions.class, ExplorationAssert.class)
                    .anyMatch(known -> type.getName().startsWith(known.getName())));

    @Test
    void noPackagesFormACycleNotEvenThroughTheRoot() {
        slices().matching("(" + ROOT + "..)").should().beFreeOfCycles().check(EXPLORER);
    }

    @Test
    void everyPackageIsKnown() {
        assertThat(EXPLORER)
                .extracting(type -> type.getPackageName().substring(ROOT.length()))
                .containsOnly("", ".control", ".hook", ".message", ".race", ".search", ".standin", ".trace", ".weave");
    }

    @Test
    void theUsersDoorIsThese() {
        assertThat(EXPLORER)
                .filteredOn(type -> type.getPackageName().equals(ROOT))
                .filteredOn(JavaClass::isTopLevelClass)
                .filteredOn(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .extracting(JavaClass::getSimpleName)
                .containsExactlyInAnyOrder(
                        "Actor",
                        "Bound",
                        "Check",
                        "Exploration",
                        "ExplorationAssert",
                        "InterleavingAssertions",
                        "Interleavings",
                        "Kind",
                        "Outcome",
                        "Step");
    }

    @Test
    void onlyTheJdkIsUsedButForAssertions() {
        classes()
                .that(not(ASSERTIONS))
                .should()
                .onlyDependOnClassesThat(resideInAPackage(ROOT + "..")
                        .or(resideInAPackage("java.."))
                        .or(resideInAPackage("org.jspecify.annotations"))
                        .or(describe(
                                "arrays of primitives",
                                type -> type.getBaseComponentType().isPrimitive())))
                .check(EXPLORER);
    }

    @Test
    void nobodyMentionsTheAssertions() {
        noClasses()
                .that(not(ASSERTIONS))
                .should()
                .dependOnClassesThat(ASSERTIONS)
                .check(EXPLORER);
    }

    @Test
    void nobodyImportsStandIns() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".standin")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".standin")
                .check(EXPLORER);
    }

    @Test
    void noStaticFieldCanChange() {
        fields().that().areStatic().should().beFinal().check(EXPLORER);
    }
}
