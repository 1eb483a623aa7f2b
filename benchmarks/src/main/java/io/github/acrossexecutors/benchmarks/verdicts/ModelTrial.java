package io.github.acrossexecutors.benchmarks.verdicts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** A test class with one expectation; the verdict is read from its report entries. */
record ModelTrial(Class<?> testCase) implements Trial {

    private static final String VERDICT = "across.verdict";

    @Override
    public Seen judge(Duration budget) {
        TestRun run = TestRun.of(testCase, budget);
        return run.entries().stream()
                .filter(entries -> entries.containsKey(VERDICT))
                .findFirst()
                .map(entries -> seen(run, entries))
                .orElseGet(() -> refused(run));
    }

    private static Seen seen(TestRun run, Map<String, String> entries) {
        return new Seen(
                Outcome.of(entries.getOrDefault(VERDICT, "")),
                entries.get("across.verdict.reason"),
                Integer.parseInt(entries.getOrDefault("across.speedup.pairs", "0")),
                number(entries.get("across.speedup.median")),
                number(entries.get("across.speedup.ideal")),
                run.lastTestSeconds(),
                run.longestRoundSeconds(),
                entries.getOrDefault("across.verdict.message", ""),
                List.of(),
                Seen.cpusHere());
    }

    private static @Nullable Double number(@Nullable String value) {
        return value == null ? null : Double.valueOf(value);
    }

    private static Seen refused(TestRun run) {
        String refusal = run.failures().stream()
                .filter(ExtensionConfigurationException.class::isInstance)
                .map(failure -> String.valueOf(failure.getMessage()))
                .filter(message -> message.contains("which no machine can do"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no verdict, but " + run.failures()));
        return new Seen(
                Outcome.REFUSED, null, 0, null, null, run.lastTestSeconds(), 0, refusal, List.of(), Seen.cpusHere());
    }
}
