package io.github.acrossexecutors.runner.watch;

import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.timeline.Drawn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A judge whose verdicts a test makes up; while it is held, it goes on judging. */
final class ScriptedJudge implements Judge {

    private final Function<Request, Outcome> verdicts;
    private final List<Request> begun = new ArrayList<>();
    private @Nullable Request running;
    private boolean held;
    private Optional<Drawn> drawn = Optional.empty();

    ScriptedJudge(Function<Request, Outcome> verdicts) {
        this.verdicts = verdicts;
    }

    void hold(boolean on) {
        held = on;
    }

    List<Request> begun() {
        return begun;
    }

    @Override
    public void begin(Request request) {
        begun.add(request);
        running = request;
    }

    @Override
    public Optional<Judged> poll() {
        if (running == null || held) {
            return Optional.empty();
        }
        Request done = running;
        running = null;
        return Optional.of(new Judged(done, verdicts.apply(done), 310));
    }

    @Override
    public Optional<Drawn> drawn() {
        return running == null ? drawn : Optional.empty();
    }

    void draws(Drawn what) {
        drawn = Optional.of(what);
    }

    @Override
    public boolean busy() {
        return running != null;
    }

    @Override
    public void close() {
        running = null;
    }
}
