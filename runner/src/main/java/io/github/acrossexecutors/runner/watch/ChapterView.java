package io.github.acrossexecutors.runner.watch;

import io.github.acrossexecutors.runner.page.Chapter;
import io.github.acrossexecutors.runner.page.Page;
import java.util.Optional;

/** The page of the chapter that a koan belongs to. */
final class ChapterView implements View {

    private final String markdown;
    private final View back;

    ChapterView(Seat seat, View back) {
        this.markdown = seat.course().chapter(seat.entry());
        this.back = back;
    }

    @Override
    public Page body(int columns, int rows) {
        return Chapter.of(markdown, columns);
    }

    @Override
    public String keys() {
        return "arrow keys scroll  c back  q quit";
    }

    @Override
    public Optional<View> press(Key key) {
        if (key.is('q')) {
            return Optional.empty();
        }
        return Optional.of(key.is('c') || key.kind() == Key.Kind.ESCAPE ? back : this);
    }
}
