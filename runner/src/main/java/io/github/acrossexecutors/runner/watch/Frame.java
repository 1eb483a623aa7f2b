package io.github.acrossexecutors.runner.watch;

import io.github.acrossexecutors.runner.page.Line;
import io.github.acrossexecutors.runner.page.Page;
import io.github.acrossexecutors.runner.page.Style;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits what is looked at between a line on top and the keys below: as many lines as the terminal has, none longer.
 *
 * @param size the terminal
 */
record Frame(Size size) {

    private static final int LEAST_BODY = 1;

    /** The bar of progress, above everything. */
    Line bar(int passed, int all) {
        String words = " " + passed + " of " + all + " passed";
        int width = Math.clamp(size.columns() - words.length() - 3L, 4, 40);
        int filled = all == 0 ? 0 : width * passed / all;
        return Line.of("[")
                .and("#".repeat(filled), Style.GREEN)
                .and("-".repeat(width - filled) + "]", Style.PLAIN)
                .and(words, Style.BOLD)
                .within(size.columns());
    }

    List<Line> foot(String status, String keys) {
        Page foot = new Page(size.columns());
        if (!status.isEmpty()) {
            foot.line(Line.of(status, Style.BOLD).within(size.columns()));
        }
        return foot.sentence(keys).lines();
    }

    int room(List<Line> foot) {
        return Math.max(LEAST_BODY, size.rows() - 2 - foot.size());
    }

    /** The whole screen: the body from line {@code top} on, with a word on what does not fit. */
    List<Line> lines(Line bar, List<Line> body, int top, List<Line> foot) {
        int room = room(foot);
        List<Line> all = new ArrayList<>(List.of(bar));
        all.add(Line.EMPTY);
        int end = Math.min(body.size(), top + room);
        all.addAll(body.subList(Math.min(top, end), end));
        if (end < body.size() && all.size() > 2) {
            all.removeLast();
            all.add(Line.of("  ... " + (body.size() - end + 1) + " more lines: arrow keys", Style.FAINT)
                    .within(size.columns()));
        }
        while (all.size() < size.rows() - foot.size()) {
            all.add(Line.EMPTY);
        }
        all.addAll(foot);
        return all.subList(0, Math.min(all.size(), Math.max(1, size.rows())));
    }
}
