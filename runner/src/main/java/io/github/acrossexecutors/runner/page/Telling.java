package io.github.acrossexecutors.runner.page;

import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Printed;
import io.github.acrossexecutors.runner.link.MethodResult;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.SourceProblem;
import java.util.List;

/**
 * Tells a learner what came of their code: the one thing that is wrong, and where.
 *
 * @param course the learner's clone
 * @param columns how wide the page may be
 */
public record Telling(Course course, int columns) {

    private static final int PRINTED_LINES = 12;
    private static final int PRINTED_COLUMNS = 400;
    private static final int MESSAGE_CHARS = 8_000;

    /**
     * Tells of an outcome; of a green one only what is worth a note.
     *
     * @param entry the koan
     * @param outcome what came of it
     * @return the page
     */
    public Page of(Entry entry, Outcome outcome) {
        Page page = new Page(columns);
        switch (outcome) {
            case Outcome.Green green -> leaked(page, green.run().leakedThreads());
            case Outcome.NotJudged not -> page.prose("Not judged: " + not.reason());
            case Outcome.Red red -> red(page, entry, red);
            case Outcome.DoesNotCompile refused -> refused(page, refused);
            case Outcome.Lost lost -> {
                page.prose(lost.sentence(), Style.RED);
                printed(page, lost.run().printed());
                page.blank().place("Your code", course.tree().show(course.tree().stub(entry)));
            }
            case Outcome.Broken broken -> page.prose("Not your fault: " + broken.sentence(), Style.RED);
        }
        edited(page, entry);
        return page;
    }

    private void edited(Page page, Entry entry) {
        if (course.testEdited(entry)) {
            page.blank()
                    .prose("Note: " + course.tree().show(course.tree().test(entry)) + " is not the test that came with"
                            + " this koan, so green counts for nothing. Resetting the koan brings the test back, too.");
        }
    }

    private void red(Page page, Entry entry, Outcome.Red red) {
        MethodResult.Failure failure = red.first().failure();
        boolean javasOwn =
                failure.type().startsWith("java.lang.") && !failure.type().equals("java.lang.AssertionError");
        boolean spokenByTheTest = failure.notYetWritten() || (failure.type().endsWith("Error") && !javasOwn);
        String said = failure.message();
        String message = said.length() > MESSAGE_CHARS ? said.substring(0, MESSAGE_CHARS) + " ..." : said;
        page.prose(
                spokenByTheTest
                        ? message
                        : "Guarantee " + red.first().guarantee() + ": "
                                + course.text(entry)
                                        .guarantee(red.first().guarantee())
                                        .sentence() + "\nYour code threw " + failure.simpleType() + ": " + message,
                Style.RED);
        printed(page, red.run().printed());
        leaked(page, red.run().leakedThreads());
        page.blank().place("Your code", red.place());
        if (!failure.notYetWritten()) {
            page.place("The test ", red.testPlace());
        }
    }

    private static void refused(Page page, Outcome.DoesNotCompile refused) {
        SourceProblem first = refused.problems().getFirst();
        page.prose(
                        refused.inJudgedFile()
                                ? "Your file does not compile:"
                                : "Your file compiles, but its test can no longer use it. Did a name, a parameter or a"
                                        + " return type change?")
                .blank()
                .indented(first.place(), Style.BOLD)
                .prose(first.message(), Style.RED);
        source(page, first);
        if (!first.meaning().isEmpty()) {
            page.prose(first.meaning());
        }
        int more = refused.problems().size() - 1;
        if (more > 0) {
            page.indented("(and " + more + " more, often because of this one)");
        }
    }

    /** The line and a caret below the column that javac counts with tabs every eight places; a page too narrow for it shows the part around the caret. */
    private static void source(Page page, SourceProblem problem) {
        String line = Line.of(problem.sourceLine()).text();
        if (line.isEmpty()) {
            return;
        }
        int caret = (int) Math.max(0, problem.column() - 1);
        int room = page.columns() - 2;
        int from = caret < room ? 0 : caret - room / 2;
        page.indented(line.substring(Math.min(from, line.length()), (int) Math.min(line.length(), (long) from + room)));
        if (problem.column() > 0) {
            page.indented(" ".repeat(caret - from) + "^");
        }
    }

    private static void printed(Page page, Printed printed) {
        if (printed.text().isBlank()) {
            return;
        }
        List<String> lines = printed.text().lines().toList();
        page.blank().indented("Your code printed:");
        lines.stream().limit(PRINTED_LINES).forEach(line -> page.indented("  | " + shortened(line, page.columns())));
        if (printed.cut() || lines.size() > PRINTED_LINES) {
            page.indented("  | ... (" + printed.bytes() + " bytes in all)");
        }
    }

    private static String shortened(String line, int columns) {
        int most = Math.max(1, Math.min(PRINTED_COLUMNS, columns - 10));
        return line.length() > most ? line.substring(0, most) + " ..." : line;
    }

    private static void leaked(Page page, List<String> threads) {
        if (!threads.isEmpty()) {
            page.prose("Note: " + (threads.size() == 1 ? "a thread" : threads.size() + " threads")
                    + " of your code still ran after the test: " + String.join(", ", threads) + ".");
        }
    }
}
