package io.github.acrossexecutors.benchmarks.verdicts;

import java.time.Duration;
import java.util.List;

/** A test class under a model that pins: met if a note names the pin with its reason and its frame. */
record PinTrial(Class<?> testCase, String reason, String frame) implements Trial {

    @Override
    public Seen judge(Duration budget) {
        TestRun run = TestRun.of(testCase, budget);
        if (!run.failures().isEmpty()) {
            throw new IllegalStateException("the test failed: " + run.failures());
        }
        List<String> notes = run.entries().stream()
                .flatMap(entries -> entries.entrySet().stream())
                .filter(entry -> entry.getKey().startsWith("across.note."))
                .map(entry -> entry.getValue())
                .toList();
        boolean named = notes.stream()
                .anyMatch(note -> note.startsWith("Pinned ") && note.contains(reason) && note.contains(frame));
        return new Seen(
                named ? Outcome.MET : Outcome.NOT_MET,
                null,
                0,
                null,
                null,
                run.lastTestSeconds(),
                0,
                named ? "the pin is named" : "the pin is not named",
                notes,
                Seen.cpusHere());
    }
}
