package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.page.Page;
import io.github.acrossexecutors.runner.page.Style;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.Kind;
import io.github.acrossexecutors.runner.path.Presence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** Looks at the machine and the clone: what is there, and what cannot be judged here. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Looks at Java, processors and files, and says what cannot be judged here and now.")
final class DoctorCommand implements Callable<Integer> {

    private static final Duration MOMENT = Duration.ofMillis(300);

    private final Desk desk;

    DoctorCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws InterruptedException {
        Course course = desk.open();
        Supply supply = Supply.measure(MOMENT);
        Page page = desk.output()
                .page()
                .sentence("Java        " + Runtime.version() + "  " + System.getProperty("java.home"))
                .sentence("Processors  " + supply.processors() + "; this process got "
                        + Math.round(supply.share() * 100) + " % of them when it wanted all")
                .sentence("Memory      " + Runtime.getRuntime().maxMemory() / (1 << 20)
                        + " MB for what you run, 256 MB for each koan")
                .sentence("Terminal    " + (desk.output().terminal() ? "yes" : "no") + ", "
                        + (desk.output().colour() ? "colours" : "no colours"))
                .sentence("State       " + state(course))
                .blank();
        judged(course, supply, page);
        List<String> faults = new Presence(course.tree(), course.path()).faults();
        faults.forEach(fault -> page.prose(fault, Style.RED));
        edited(course, page);
        desk.output().show(page);
        return (faults.isEmpty() ? ExitCode.GREEN : ExitCode.BROKEN).status();
    }

    private static String state(Course course) {
        Path folder = course.tree().root().resolve(".learn");
        Path nearest = Files.exists(folder) ? folder : course.tree().root();
        boolean writable = Files.isDirectory(nearest) && Files.isWritable(nearest);
        return course.countPassed() + " of " + course.path().entries().size() + " koans passed, in "
                + course.tree().show(folder) + (writable ? "" : ", which cannot be written");
    }

    private static void judged(Course course, Supply supply, Page page) {
        String small = ids(course, entry -> entry.minCores() > supply.processors());
        if (!small.isEmpty()) {
            page.sentence("Not judged on " + supply.processors() + " processors: " + small + ".");
        }
        if (supply.share() < Supply.ENOUGH) {
            String timed = ids(course, entry -> entry.kind() == Kind.TIMING);
            page.sentence("Others use the processors now: what computes may end as not judged, or wait longer, in "
                    + (timed.isEmpty() ? "koans that look at the clock" : timed) + ".");
        }
        if (small.isEmpty() && supply.share() >= Supply.ENOUGH) {
            page.sentence("Every koan can be judged here.");
        }
    }

    private static void edited(Course course, Page page) {
        String edited = ids(course, course::testEdited);
        if (!edited.isEmpty()) {
            page.sentence("Tests that are not as they came, so green counts for nothing: " + edited + ".");
        }
    }

    private static String ids(Course course, Predicate<Entry> wanted) {
        return course.path().entries().stream().filter(wanted).map(Entry::id).collect(Collectors.joining(", "));
    }
}
