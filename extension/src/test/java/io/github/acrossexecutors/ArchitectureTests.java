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
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.acrossexecutors.remote.Launch;
import io.github.acrossexecutors.remote.Request;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may use what in the extension, and what it shows to the world. */
class ArchitectureTests {

    private static final String ROOT = "io.github.acrossexecutors";
    private static final JavaClasses EXTENSION = new ClassFileImporter()
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

    @Test
    void publicTypesAreThese() {
        assertThat(EXTENSION)
                .filteredOn(JavaClass::isTopLevelClass)
                .filteredOn(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .extracting(type -> type.getName().substring(ROOT.length() + 1))
                .containsExactlyInAnyOrder(
                        "AcrossAssertions",
                        "AcrossExecutors",
                        "AfterRound",
                        "BeforeRound",
                        "Comparison",
                        "ComparisonAssert",
                        "ExecutionModel",
                        "ExecutorProvider",
                        "ExpectSpeedup",
                        "ExpectSpeedups",
                        "Placement",
                        "ProviderSettings",
                        "Race",
                        "RoundAssert",
                        "SharedResource",
                        "Task",
                        "archive.ArchiveKey",
                        "archive.CacheDirectory",
                        "archive.ClassArchives",
                        "archive.Rehearsal",
                        "diagnosis.Diagnosis",
                        "execution.BodyThreads",
                        "execution.BorrowedWorker",
                        "execution.CallerWorkers",
                        "execution.ForeignWorkers",
                        "execution.InjectedRunner",
                        "execution.OwnWorkers",
                        "execution.RoundResult",
                        "execution.RoundRunner",
                        "execution.TaskBody",
                        "execution.TaskEnd",
                        "execution.TaskFailure",
                        "execution.VirtualThreadSupport",
                        "execution.WorkerNaming",
                        "execution.WorkerThreads",
                        "execution.Workers",
                        "pinning.PinWatch",
                        "pinning.PinnedRounds",
                        "process.FrameTooLargeException",
                        "process.ProcessFuture",
                        "process.ProcessPool",
                        "process.ProcessPoolBrokenException",
                        "process.ProcessPoolBuilder",
                        "process.ProcessWorker",
                        "process.RemoteTaskException",
                        "process.SerializableCallable",
                        "process.SerializableFunction",
                        "process.SerializableRunnable",
                        "process.TaskNotSerializableException",
                        "process.TaskTiming",
                        "process.WorkerDiedException",
                        "process.WorkerStatus",
                        "remote.Answer",
                        "remote.HostedBody",
                        "remote.HostedRun",
                        "remote.Launch",
                        "remote.RemoteRunner",
                        "remote.RemoteWorkers",
                        "remote.Request",
                        "remote.RunId",
                        "remote.WorkerJvms",
                        "report.JsonReport",
                        "report.SpeedupRecord",
                        "report.TestRecord",
                        "report.TestStatus",
                        "report.TextTable",
                        "timing.Pin",
                        "timing.Round",
                        "timing.Span",
                        "timing.Timings",
                        "verdict.Bar",
                        "verdict.Body",
                        "verdict.Capacity",
                        "verdict.Contestant",
                        "verdict.Demand",
                        "verdict.ErrorBudget",
                        "verdict.Figures",
                        "verdict.Ideal",
                        "verdict.ImpossibleBarException",
                        "verdict.Judge",
                        "verdict.Judgement",
                        "verdict.Measurement",
                        "verdict.Reason",
                        "verdict.Rounds",
                        "verdict.Verdict");
    }

    @Test
    void publicTypesBelowTheRootAreUsedFromOtherPackages() {
        classes()
                .that()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .and()
                .resideOutsideOfPackages(ROOT, ROOT + ".process")
                .should(new ArchCondition<>("be used from another package") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean used = type.getDirectDependenciesToSelf().stream()
                                .anyMatch(use ->
                                        !use.getOriginClass().getPackage().equals(type.getPackage()));
                        events.add(new SimpleConditionEvent(type, used, type.getName() + " is used: " + used));
                    }
                })
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
