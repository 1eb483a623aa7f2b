package io.github.acrossexecutors.runner.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.runner.page.Line;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A terminal whose learner follows a script; at its end the keyboard is gone. What does not fit is a defect, whatever the script looks for. */
final class ScriptedTerminal implements Screen, Keys {

    private final Size size;
    private final Deque<Supplier<Key>> script = new ArrayDeque<>();
    private final List<String> screens = new ArrayList<>();

    ScriptedTerminal(int columns, int rows) {
        this.size = new Size(columns, rows);
    }

    ScriptedTerminal press(String letters) {
        letters.chars().forEach(letter -> script.add(() -> Key.of((char) letter)));
        return this;
    }

    ScriptedTerminal press(Key.Kind kind) {
        script.add(() -> Key.of(kind));
        return this;
    }

    ScriptedTerminal sees(String... texts) {
        return does(() -> assertThat(screen()).contains(texts));
    }

    ScriptedTerminal seesNo(String text) {
        return does(() -> assertThat(screen()).doesNotContain(text));
    }

    /** Does something while nobody presses a key. */
    ScriptedTerminal does(Runnable action) {
        script.add(() -> {
            action.run();
            return Key.of(Key.Kind.NONE);
        });
        return this;
    }

    /** Lets so many looks go by. */
    ScriptedTerminal waits(int looks) {
        for (int i = 0; i < looks; i++) {
            does(() -> {});
        }
        return this;
    }

    String screen() {
        return screens.getLast();
    }

    List<String> screens() {
        return screens;
    }

    boolean finished() {
        return script.isEmpty();
    }

    @Override
    public Size size() {
        return size;
    }

    @Override
    public void show(List<Line> lines) {
        assertThat(lines).hasSizeLessThanOrEqualTo(size.rows());
        assertThat(lines).allSatisfy(line -> assertThat(line.text().length()).isLessThanOrEqualTo(size.columns()));
        screens.add(lines.stream().map(Line::text).collect(Collectors.joining("\n")));
    }

    @Override
    public Key read(Duration patience) {
        Supplier<Key> next = script.poll();
        return next == null ? Key.of(Key.Kind.CLOSED) : next.get();
    }
}
