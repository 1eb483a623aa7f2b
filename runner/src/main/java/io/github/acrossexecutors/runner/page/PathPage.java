package io.github.acrossexecutors.runner.page;

import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.course.Standing;
import io.github.acrossexecutors.runner.path.Entry;
import java.util.List;
import java.util.Optional;

/** The path as a list: one line per koan, with how far the learner has come. */
public final class PathPage {

    private PathPage() {}

    /**
     * Lists the path.
     *
     * @param course the learner's clone
     * @param marked the koan to mark
     * @return one line per koan
     */
    public static List<Line> of(Course course, Optional<Entry> marked) {
        return course.path().entries().stream()
                .map(entry -> line(course, entry, marked.equals(Optional.of(entry))))
                .toList();
    }

    private static Line line(Course course, Entry entry, boolean marked) {
        String title = "%s %3d  %s  %-32s  "
                .formatted(
                        marked ? ">" : " ",
                        course.path().step(entry),
                        entry.id(),
                        course.text(entry).title());
        Standing standing = course.standing(entry);
        Line line = Line.of(title, marked ? Style.BOLD : Style.PLAIN)
                .and(words(standing), standing == Standing.PASSED ? Style.GREEN : Style.PLAIN);
        return course.testEdited(entry) ? line.and(", test edited", Style.RED) : line;
    }

    private static String words(Standing standing) {
        return switch (standing) {
            case PASSED -> "passed";
            case IN_PROGRESS -> "in progress";
            case NOT_BEGUN -> "not begun";
            case MISSING -> "file missing";
        };
    }
}
