package io.github.acrossexecutors.runner.watch;

import io.github.acrossexecutors.runner.page.Page;
import io.github.acrossexecutors.runner.page.PathPage;
import io.github.acrossexecutors.runner.path.Entry;
import java.util.List;
import java.util.Optional;

/** The path as a list, to choose from. */
final class PathView implements View {

    private final Seat seat;
    private final View back;
    private int marked;

    PathView(Seat seat, View back) {
        this.seat = seat;
        this.back = back;
        this.marked = seat.step() - 1;
    }

    private List<Entry> entries() {
        return seat.course().path().entries();
    }

    @Override
    public Page body(int columns, int rows) {
        Page page = new Page(columns);
        PathPage.of(seat.course(), Optional.of(entries().get(marked))).forEach(line -> page.line(line.within(columns)));
        return page;
    }

    @Override
    public int focus() {
        return marked;
    }

    @Override
    public String keys() {
        return "n next  p previous  Enter go there  l back  q quit";
    }

    @Override
    public Optional<View> press(Key key) {
        switch (key.kind()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case ENTER -> {
                seat.goTo(entries().get(marked));
                return Optional.of(back);
            }
            case ESCAPE -> {
                return Optional.of(back);
            }
            case LETTER -> {
                return letter(key.letter());
            }
            case BACKSPACE, NONE, CLOSED -> {
                return Optional.of(this);
            }
        }
        return Optional.of(this);
    }

    private Optional<View> letter(char letter) {
        switch (letter) {
            case 'n', 'j' -> move(1);
            case 'p', 'k' -> move(-1);
            case 'l' -> {
                return Optional.of(back);
            }
            case 'q' -> {
                return Optional.empty();
            }
            default -> {
                return Optional.of(this);
            }
        }
        return Optional.of(this);
    }

    private void move(int steps) {
        marked = Math.clamp((long) marked + steps, 0, entries().size() - 1);
    }
}
