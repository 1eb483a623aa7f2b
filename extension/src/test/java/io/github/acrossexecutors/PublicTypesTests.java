package io.github.acrossexecutors;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static io.github.acrossexecutors.ArchitectureTests.EXTENSION;
import static io.github.acrossexecutors.ArchitectureTests.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;

/** What the extension shows to the world. */
class PublicTypesTests {

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
                        "execution.InterruptedTasksException",
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
                        "report.RunReport",
                        "report.SpeedupRecord",
                        "report.StepSummary",
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
}
