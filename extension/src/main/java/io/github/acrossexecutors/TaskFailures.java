package io.github.acrossexecutors;

import io.github.acrossexecutors.execution.TaskFailure;
import io.github.acrossexecutors.report.TestStatus;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.MultipleFailuresError;
import org.opentest4j.TestAbortedException;

/**
 * What the tasks of a test threw, and what the test throws for it: nothing; a failure if any task failed; else an
 * abortion if any aborted.
 */
final class TaskFailures {

    /** By its name: AssertJ's and Hamcrest's assumptions throw it wherever JUnit 4 is on the class path. */
    private static final String OF_JUNIT_4 = "org.junit.internal.AssumptionViolatedException";

    private final List<TaskFailure> failures;
    private final Supplier<Throwable> thrown;

    private TaskFailures(List<TaskFailure> failures, Supplier<Throwable> thrown) {
        this.failures = failures;
        this.thrown = thrown;
    }

    /** Of a single execution: the very throwable, so that an IDE can show its difference. */
    static TaskFailures ofOne(List<TaskFailure> failures) {
        List<Throwable> all = failures.stream().map(TaskFailure::thrown).toList();
        return new TaskFailures(failures, () -> all.size() == 1 ? all.get(0) : allOf("several failures", all));
    }

    /** Of a body that ran once: the very throwable too, with the model's name beside it. */
    static TaskFailures ofBody(List<TaskFailure> failures, String model, boolean elsewhere) {
        failures.forEach(failure ->
                failure.thrown().addSuppressed(new UnderModel(elsewhere ? model + ", on " + failure.worker() : model)));
        return ofOne(failures);
    }

    /** Of many: one error for all, equal ones folded, each with its task, worker and round. */
    static TaskFailures ofMany(List<TaskFailure> failures, String heading) {
        return new TaskFailures(failures, () -> fold(failures, heading));
    }

    TestStatus status() {
        if (failures.isEmpty()) {
            return TestStatus.PASSED;
        }
        return failures.stream().map(TaskFailure::thrown).allMatch(TaskFailures::isAbortion)
                ? TestStatus.ABORTED
                : TestStatus.FAILED;
    }

    void throwIfAny() throws Exception {
        if (status() == TestStatus.ABORTED) {
            throwAny(failures.get(0).thrown());
        }
        if (status() == TestStatus.FAILED) {
            throwAny(thrown.get());
        }
    }

    /** Whether JUnit aborts a test for this, which it does for a violated assumption of JUnit 4, too. */
    static boolean isAbortion(Throwable thrown) {
        return thrown instanceof TestAbortedException
                || Stream.<Class<?>>iterate(thrown.getClass(), Objects::nonNull, Class::getSuperclass)
                        .anyMatch(type -> type.getName().equals(OF_JUNIT_4));
    }

    private static MultipleFailuresError fold(List<TaskFailure> failures, String heading) {
        Map<List<@Nullable Object>, List<TaskFailure>> alike = failures.stream()
                .collect(Collectors.groupingBy(TaskFailures::likeness, LinkedHashMap::new, Collectors.toList()));
        List<FailedTaskError> errors = alike.values().stream()
                .map(group -> new FailedTaskError(group.get(0), group.size() - 1))
                .toList();
        String folded =
                errors.size() == failures.size() ? "" : ": " + failures.size() + " errors, alike ones shown once";
        return allOf(heading + folded, errors);
    }

    /** All errors are suppressed ones too, as in {@code assertAll}, or no build tool would print where they come from. */
    private static MultipleFailuresError allOf(String heading, List<? extends Throwable> errors) {
        MultipleFailuresError all = new MultipleFailuresError(heading, errors);
        errors.forEach(all::addSuppressed);
        return all;
    }

    /** Failures are alike if they have the same type and message and come from the same line. */
    private static List<@Nullable Object> likeness(TaskFailure failure) {
        Throwable thrown = failure.thrown();
        Optional<StackTraceElement> line = Arrays.stream(thrown.getStackTrace()).findFirst();
        return Arrays.asList(thrown.getClass(), thrown.getMessage(), line.orElse(null));
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void throwAny(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
