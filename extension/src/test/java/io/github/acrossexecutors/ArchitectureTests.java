package io.github.acrossexecutors;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.acrossexecutors.remote.Launch;
import io.github.acrossexecutors.remote.Request;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may use what in the extension. */
class ArchitectureTests {

    static final String ROOT = "io.github.acrossexecutors";
    static final JavaClasses EXTENSION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** What is there for those alone who have AssertJ. */
    private static final DescribedPredicate<JavaClass> ASSERTIONS = describe(
            "assertions on AssertJ's ground",
            type -> Stream.of(AcrossAssertions.class, ComparisonAssert.class, RoundAssert.class)
                    .anyMatch(known -> type.getName().startsWith(known.getName())));

    @Test
    void layersPointDownwards() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("root")
                .definedBy(ROOT)
                .layer("execution")
                .definedBy(ROOT + ".execution..")
                .layer("remote")
                .definedBy(ROOT + ".remote..")
                .layer("report")
                .definedBy(ROOT + ".report..")
                .layer("pinning")
                .definedBy(ROOT + ".pinning..")
                .layer("timing")
                .definedBy(ROOT + ".timing..")
                .layer("verdict")
                .definedBy(ROOT + ".verdict..")
                .layer("diagnosis")
                .definedBy(ROOT + ".diagnosis..")
                .layer("process")
                .definedBy(ROOT + ".process..")
                .layer("archive")
                .definedBy(ROOT + ".archive..")
                .whereLayer("root")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("execution")
                .mayOnlyBeAccessedByLayers("root", "remote")
                .whereLayer("remote")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("verdict")
                .mayOnlyBeAccessedByLayers("root", "report")
                .whereLayer("pinning")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("timing")
                .mayOnlyBeAccessedByLayers("root", "execution", "pinning", "remote", "report", "verdict")
                .whereLayer("process")
                .mayOnlyBeAccessedByLayers("root", "remote")
                .whereLayer("process")
                .mayNotAccessAnyLayer()
                .whereLayer("archive")
                .mayOnlyBeAccessedByLayers("root")
                .whereLayer("archive")
                .mayNotAccessAnyLayer()
                .whereLayer("diagnosis")
                .mayOnlyBeAccessedByLayers("execution", "remote", "report")
                .check(EXTENSION);
    }

    @Test
    void everyClassIsInALayer() {
        assertThat(EXTENSION)
                .extracting(JavaClass::getPackageName)
                .containsOnly(
                        ROOT,
                        ROOT + ".archive",
                        ROOT + ".execution",
                        ROOT + ".pinning",
                        ROOT + ".remote",
                        ROOT + ".process",
                        ROOT + ".report",
                        ROOT + ".timing",
                        ROOT + ".verdict",
                        ROOT + ".diagnosis");
    }

    @Test
    void noPackagesFormACycleNotEvenThroughTheRoot() {
        slices().matching("(" + ROOT + "..)").should().beFreeOfCycles().check(EXTENSION);
    }

    /** What is there for those alone who have JUnit's launcher. */
    private static final DescribedPredicate<JavaClass> LAUNCHER =
            describe("the launcher's ground", type -> type.getName().startsWith(WorkerLauncher.class.getName()));

    @Test
    void theLauncherIsTouchedInWorkerJvmsAlone() {
        noClasses()
                .that(not(LAUNCHER))
                .should()
                .dependOnClassesThat(resideInAPackage("org.junit.platform.launcher..")
                        .or(resideInAPackage("org.junit.platform.engine..")))
                .check(EXTENSION);
        noClasses()
                .that(not(LAUNCHER))
                .and()
                .doNotHaveFullyQualifiedName(JUnitLaunch.class.getName())
                .should()
                .dependOnClassesThat(LAUNCHER)
                .check(EXTENSION);
    }

    @Test
    void onlyTheJdkJUnitAndJSpecifyAreUsed() {
        classes()
                .that(not(ASSERTIONS))
                .and(not(LAUNCHER))
                .should()
                .onlyDependOnClassesThat(resideInAPackage(ROOT + "..")
                        .or(resideInAPackage("java.."))
                        .or(resideInAPackage("com.sun.management"))
                        .or(resideInAPackage("jdk.jfr.."))
                        .or(resideInAPackage("org.jspecify.annotations"))
                        .or(resideInAPackage("org.junit.jupiter.api.."))
                        .or(resideInAPackage("org.junit.platform.commons.."))
                        .or(resideInAPackage("org.opentest4j.."))
                        .or(resideInAPackage("org.apiguardian.."))
                        .or(describe(
                                "arrays of primitives",
                                type -> type.getBaseComponentType().isPrimitive())))
                .check(EXTENSION);
    }

    @Test
    void assertJIsTouchedByAssertionsThatNothingElseMentions() {
        noClasses()
                .that(not(ASSERTIONS))
                .should()
                .dependOnClassesThat(ASSERTIONS)
                .check(EXTENSION);
    }

    @Test
    void onlyTheRootPackageKnowsJUnit() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.opentest4j..", "org.apiguardian..")
                .check(EXTENSION);
    }

    @Test
    void onlyTheRecordingKnowsAModuleThatAJvmMayLack() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".pinning.FlightRecording")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.jfr..")
                .check(EXTENSION);
    }

    /** To unpack its first record a JVM makes classes for tens of milliseconds. */
    @Test
    void noRecordTravelsToOtherJvms() {
        noClasses()
                .that()
                .areAssignableTo(Request.class)
                .or()
                .areAssignableTo(Launch.class)
                .should()
                .beRecords()
                .check(EXTENSION);
    }

    @Test
    void nobodySleeps() {
        noClasses()
                .should()
                .accessTargetWhere(describe(
                        "Thread.sleep or TimeUnit.sleep",
                        access -> access.getName().equals("sleep")
                                && (access.getTargetOwner().isEquivalentTo(Thread.class)
                                        || access.getTargetOwner().isEquivalentTo(TimeUnit.class))))
                .check(EXTENSION);
    }

    @Test
    void noStaticFieldCanChange() {
        fields().that().areStatic().should().beFinal().check(EXTENSION);
        fields().that()
                .areStatic()
                .should()
                .notHaveRawType(resideInAPackage("java.util.concurrent.atomic"))
                .check(EXTENSION);
    }
}
