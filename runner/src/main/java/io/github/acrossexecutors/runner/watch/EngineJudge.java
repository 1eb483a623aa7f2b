package io.github.acrossexecutors.runner.watch;

import io.github.acrossexecutors.runner.course.Course;
import io.github.acrossexecutors.runner.engine.Engine;
import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Variant;
import io.github.acrossexecutors.runner.path.BrokenKoanException;
import io.github.acrossexecutors.runner.timeline.Drawn;
import io.github.acrossexecutors.runner.timeline.Timelines;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The engine, on a thread of its own.
 *
 * <p>Protocol: at most one request is with the engine ({@code running}) and at most one waits for it ({@code wanted}). A new request replaces the one that
 * waits and gives up the one that runs; as a run cannot be given up while its sources are still being compiled, it is given up again on each {@link
 * #poll} until it ends. Its outcome is dropped, so nobody sees a verdict on what is no longer in the file. What is {@code drawing}
 * follows the verdict on the same thread. All three fields belong to the thread that watches.
 */
final class EngineJudge implements Judge {

    private final Course course;
    private final Engine engine;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread judging = new Thread(task, "learn-judge");
        judging.setDaemon(true);
        return judging;
    });

    private final Timelines timelines;
    private @Nullable Future<Judged> running;
    private @Nullable Request wanted;
    private @Nullable Future<Optional<Drawn>> drawing;

    EngineJudge(Course course) {
        this.course = course;
        this.engine = new Engine(course.tree());
        this.timelines = new Timelines(course);
    }

    @Override
    public void begin(Request request) {
        drawing = null;
        if (running == null) {
            running = thread.submit(() -> judge(request));
        } else {
            wanted = request;
            engine.giveUp();
        }
    }

    private Judged judge(Request request) throws InterruptedException {
        long begun = System.nanoTime();
        Outcome outcome;
        try {
            outcome = request.variant() instanceof Variant.Stub
                    ? course.judge(engine, request.entry(), request.selection())
                    : engine.judge(request.entry(), request.variant(), request.selection());
        } catch (BrokenKoanException | UncheckedIOException unjudgeable) {
            outcome = new Outcome.Broken(String.valueOf(unjudgeable.getMessage()));
        }
        return new Judged(request, outcome, (System.nanoTime() - begun) / 1_000_000);
    }

    @Override
    public Optional<Judged> poll() {
        if (running == null) {
            return Optional.empty();
        }
        if (!running.isDone()) {
            if (wanted != null) {
                engine.giveUp();
            }
            return Optional.empty();
        }
        Optional<Judged> judged = result(running);
        running = null;
        if (wanted != null) {
            Request next = wanted;
            wanted = null;
            begin(next);
            return Optional.empty();
        }
        thread.execute(engine::warmUp);
        // The verdict is shown first: nobody waits for a drawing.
        drawing = judged.map(done -> thread.submit(() -> draw(done))).orElse(null);
        return judged;
    }

    private Optional<Drawn> draw(Judged judged) {
        Request request = judged.request();
        return timelines.draw(request.entry(), request.variant(), judged.outcome());
    }

    @Override
    public Optional<Drawn> drawn() {
        return drawing != null && drawing.isDone() ? result(drawing).flatMap(drawn -> drawn) : Optional.empty();
    }

    private static <T> Optional<T> result(Future<T> done) {
        try {
            return Optional.of(done.get());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the engine failed", failed.getCause());
        }
    }

    @Override
    public boolean busy() {
        return running != null;
    }

    /** Ends the children first: a run that hangs ends with its child. */
    @Override
    public void close() {
        wanted = null;
        engine.giveUp();
        thread.shutdownNow();
        engine.close();
    }
}
