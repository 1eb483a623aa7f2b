package io.github.acrossexecutors;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.Event;

/**
 * One node of a test tree, once JUnit was through with it.
 *
 * @param name its display name
 * @param path the display names from below the top-level class down to this one, joined by {@code " > "}
 * @param isTest whether it is a test rather than a container of tests
 * @param status what became of it
 * @param thrown what it threw, if anything
 * @param reason why it was skipped, if it was
 * @param entries its report entries
 */
record Node(
        String name,
        String path,
        boolean isTest,
        Status status,
        @Nullable Throwable thrown,
        String reason,
        Map<String, String> entries) {

    enum Status {
        PASSED,
        FAILED,
        ABORTED,
        SKIPPED
    }

    /** The throwable's message; of a node that threw none, empty. */
    String message() {
        return thrown == null || thrown.getMessage() == null ? "" : thrown.getMessage();
    }

    Throwable failure() {
        if (thrown == null) {
            throw new AssertionError(path + " threw nothing; it is " + status);
        }
        return thrown;
    }

    static Node finished(Event event, List<Event> all) {
        TestExecutionResult result = event.getRequiredPayload(TestExecutionResult.class);
        Status status =
                switch (result.getStatus()) {
                    case SUCCESSFUL -> Status.PASSED;
                    case ABORTED -> Status.ABORTED;
                    case FAILED -> Status.FAILED;
                };
        return of(event, status, result.getThrowable().orElse(null), "", all);
    }

    static Node skipped(Event event, List<Event> all) {
        return of(event, Status.SKIPPED, null, event.getRequiredPayload(String.class), all);
    }

    private static Node of(Event event, Status status, @Nullable Throwable thrown, String reason, List<Event> all) {
        TestDescriptor descriptor = event.getTestDescriptor();
        Map<String, String> entries = new LinkedHashMap<>();
        all.stream()
                .filter(other -> other.getTestDescriptor().equals(descriptor))
                .flatMap(other -> other.getPayload(ReportEntry.class).stream())
                .forEach(entry -> entries.putAll(entry.getKeyValuePairs()));
        return new Node(
                descriptor.getDisplayName(), path(descriptor), descriptor.isTest(), status, thrown, reason, entries);
    }

    private static String path(TestDescriptor descriptor) {
        TestDescriptor parent = descriptor.getParent().orElse(descriptor);
        boolean isTopLevel =
                parent.isRoot() || parent.getParent().orElse(parent).isRoot();
        return isTopLevel ? descriptor.getDisplayName() : path(parent) + " > " + descriptor.getDisplayName();
    }
}
