package io.github.acrossexecutors;

import io.github.acrossexecutors.report.SpeedupRecord;
import io.github.acrossexecutors.report.TestRecord;
import io.github.acrossexecutors.timing.Timings;
import io.github.acrossexecutors.verdict.Judgement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Hands what was measured to everyone who shows it: JUnit's report entries, the console's table, the JVM's report. */
final class Results {

    private Results() {}

    /**
     * Tell of one test under one model.
     *
     * @param test the test method's context
     * @param context the same, or that of one of its dynamic tests
     */
    static void publish(
            ExtensionContext test,
            ExtensionContext context,
            String meaning,
            Observations observations,
            Timings timings) {
        TestName name = TestName.of(context);
        TestRecord result = new TestRecord(
                test.getRequiredTestClass().getName(),
                test.getRequiredTestMethod().getName(),
                name.heading(),
                context.getDisplayName(),
                context.getUniqueId(),
                meaning,
                observations.status(),
                observations.notes(timings),
                timings);
        context.publishReportEntry(entries(result));
        ResultTables.in(context).add(name, result);
        JvmReport.in(context).add(result);
    }

    /** Tell of one expectation on one test. */
    static void publish(ExtensionContext test, ExtensionContext context, String expectation, Judgement judgement) {
        TestName name = TestName.of(context);
        SpeedupRecord result = new SpeedupRecord(
                test.getRequiredTestClass().getName(),
                test.getRequiredTestMethod().getName(),
                name.heading(),
                context.getUniqueId(),
                expectation,
                judgement);
        context.publishReportEntry(entries(result));
        ResultTables.in(context).add(name, result);
        JvmReport.in(context).add(result);
    }

    private static Map<String, String> entries(SpeedupRecord result) {
        Judgement judgement = result.judgement();
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("across.expectation", result.expectation());
        entries.put("across.verdict", result.verdict());
        result.reason().ifPresent(reason -> entries.put("across.verdict.reason", reason));
        judgement.figures().ifPresent(figures -> {
            entries.put("across.speedup.median", String.format(Locale.ROOT, "%.3f", figures.median()));
            entries.put("across.speedup.pairs", Integer.toString(figures.pairs()));
        });
        judgement
                .ideal()
                .ifPresent(
                        ideal -> entries.put("across.speedup.ideal", String.format(Locale.ROOT, "%.3f", ideal.here())));
        entries.put("across.verdict.message", judgement.message());
        return entries;
    }

    private static Map<String, String> entries(TestRecord result) {
        Timings timings = result.timings();
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("across.model", timings.model());
        entries.put("across.meaning", result.meaning());
        entries.put("across.tasks", Integer.toString(timings.tasks()));
        timings.workers().ifPresent(workers -> entries.put("across.workers", Integer.toString(workers)));
        entries.put("across.rounds", Integer.toString(timings.measured().size()));
        timings.medianWallNanos().ifPresent(nanos -> entries.put("across.wall.median.nanos", Long.toString(nanos)));
        timings.pinned().ifPresent(times -> entries.put("across.pinned", Integer.toString(times)));
        List<String> notes = result.notes();
        for (int i = 0; i < notes.size(); i++) {
            entries.put("across.note." + (i + 1), notes.get(i));
        }
        return entries;
    }
}
