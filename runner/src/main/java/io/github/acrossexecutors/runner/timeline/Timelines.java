package io.github.acrossexecutors.runner.timeline;

import io.github.acrossexecutors.report.JsonReport;
import io.github.acrossexecutors.report.RunReport;
import io.github.acrossexecutors.report.TestRecord;
import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Printed;
import io.github.acrossexecutors.runner.engine.Variant;
import io.github.acrossexecutors.runner.link.RoundSeen;
import io.github.acrossexecutors.runner.path.Entry;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Draws what a koan's threads did as the extension's report, in {@code .learn/timelines}: this run, and below each other with it
 * the one before.
 *
 * <p>Nothing is drawn, and what was drawn before stays, where there is nothing to see: where no test method has two spans.
 */
public final class Timelines {

    private static final String REPORT = "report.json";
    private static final Outcome.Observed NOTHING = new Outcome.Observed(List.of(), Printed.NOTHING, List.of());

    private final Course course;
    private final Supplier<LocalTime> clock;
    private final Map<String, SeenRun> last = new HashMap<>();

    /**
     * Begins with no run before.
     *
     * @param course the learner's clone
     */
    public Timelines(Course course) {
        this(course, LocalTime::now);
    }

    Timelines(Course course, Supplier<LocalTime> clock) {
        this.course = course;
        this.clock = clock;
    }

    /**
     * Draws a run.
     *
     * @param entry the koan
     * @param variant what was judged
     * @param outcome what came of it
     * @return where it is, or why it is nowhere; empty if there is nothing to see
     */
    public Optional<Drawn> draw(Entry entry, Variant variant, Outcome outcome) {
        SeenRun now = new SeenRun(
                entry, variant instanceof Variant.Stub ? "your code" : "wrong answer", clock.get(), observed(outcome));
        List<TestRecord> tests = now.tests();
        if (tests.isEmpty()) {
            return Optional.empty();
        }
        List<TestRecord> before = Optional.ofNullable(last.put(entry.id(), now))
                .map(SeenRun::tests)
                .orElse(List.of());
        Path folder = course.tree().root().resolve(".learn/timelines").resolve(entry.id());
        try {
            Path page = write(folder, now.rounds().getFirst(), before, tests);
            return Optional.of(new Drawn.There(page, course.tree().show(page)));
        } catch (IOException refused) {
            return Optional.of(new Drawn.Refused(
                    "the timeline could not be written to " + course.tree().show(folder) + " (" + refused + ")."));
        }
    }

    private static Outcome.Observed observed(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Green green -> green.run();
            case Outcome.Red red -> red.run();
            case Outcome.Lost lost -> lost.run();
            case Outcome.DoesNotCompile refused -> NOTHING;
            case Outcome.NotJudged not -> NOTHING;
            case Outcome.Broken broken -> NOTHING;
        };
    }

    private static Path write(Path folder, RoundSeen origin, List<TestRecord> before, List<TestRecord> now)
            throws IOException {
        Files.createDirectories(folder);
        try (DirectoryStream<Path> earlier = Files.newDirectoryStream(folder, "across-executors-*")) {
            for (Path jvm : earlier) {
                Files.deleteIfExists(jvm.resolve(REPORT));
                Files.delete(jvm);
            }
        }
        Path jvm = folder.resolve("across-executors-" + origin.pid() + "-" + origin.jvmStartedMillis());
        Files.createDirectories(jvm);
        JsonReport report = JsonReport.start(jvm.resolve(REPORT), origin.pid(), origin.jvmStartedMillis());
        for (TestRecord test : before) {
            report.append(test);
        }
        for (TestRecord test : now) {
            report.append(test);
        }
        RunReport.writeAll(List.of(folder), folder);
        return folder.resolve("report.html");
    }
}
