package io.github.acrossexecutors.runner.watch;

import io.github.acrossexecutors.runner.page.Line;
import io.github.acrossexecutors.runner.page.Page;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.KoanTree;
import io.github.acrossexecutors.runner.path.Sources;
import java.util.Optional;

/** One solution. */
final class SolutionView implements View {

    private final Seat seat;
    private final View back;
    private final Entry entry;

    SolutionView(Seat seat, View back) {
        this.seat = seat;
        this.back = back;
        this.entry = seat.entry();
    }

    @Override
    public Page body(int columns, int rows) {
        KoanTree tree = seat.course().tree();
        Page page = new Page(columns).title(tree.show(tree.solution(entry))).blank();
        Sources.readOrBreak(tree, tree.solution(entry), "the solution of " + entry.id())
                .lines()
                .forEach(line -> page.line(Line.of(line)));
        return page;
    }

    @Override
    public String keys() {
        return "s back  q quit";
    }

    @Override
    public Optional<View> press(Key key) {
        if (key.is('q')) {
            return Optional.empty();
        }
        return Optional.of(key.is('s') || key.kind() == Key.Kind.ESCAPE ? back : this);
    }
}
