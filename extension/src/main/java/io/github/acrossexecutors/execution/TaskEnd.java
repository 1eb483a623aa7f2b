package io.github.acrossexecutors.execution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides when one task is over: when its body has returned, the stages it named have completed and the continuations
 * it handed over have been executed; or when something was thrown, or the task is given up.
 *
 * <p>Protocol: there are two kinds of events, from any thread: a stage completes, a continuation is handed over. An event
 * is noted under this object's monitor and then wakes the task's worker, once. Woken, the worker executes at most one
 * continuation, the oldest, and then asks {@link #settle}, as it does after the body. So everything of a task, its end
 * included, happens on its worker, one thing after another, and there is a wake-up for whatever is still to be done.
 * {@code settle} and {@link #execute} exclude each other: a continuation is either accepted, and executed before the task
 * is over, or rejected; none is lost between the two.
 *
 * <p>A stage that completes and a continuation that depends on it are two events, whose order is the stage's own choice.
 * Where the worker itself completes the stage both are noted before it asks again. Where another thread does, the worker
 * may come in between and find the task over; the continuation is rejected then. Whoever names the last stage of a chain
 * is safe: it completes after its continuation has been executed.
 *
 * <p>What the body or a continuation throws ends the task at once: what would have completed its stages may never come
 * now. A stage that fails does not keep the task from waiting for the others.
 *
 * <p><b>Threads:</b> {@link #completeWhen} and {@link #execute} may be called from any; the rest is for the task's run.
 *
 * <p><b>Memory effects:</b> what happened before a continuation was handed over, or before a stage completed, is visible
 * to what the worker executes next.
 */
public final class TaskEnd implements Executor {

    private static final int STAGES_TO_NAME = 3;

    private enum State {
        NEW,
        UNDER_WAY,
        OVER
    }

    /** Everything below is guarded by this object's monitor. */
    private State state = State.NEW;

    private final Map<Object, CompletionStage<?>> openStages = new LinkedHashMap<>();
    private final Queue<Runnable> continuations = new ArrayDeque<>(1);
    private final List<Throwable> thrown = new ArrayList<>();
    private LongSupplier clock = () -> 0;
    private Runnable wakeUp = () -> {};
    private long nanos;

    /** Make the end of one task, whose body has not begun. */
    public TaskEnd() {}

    /** The body begins now; a task that has been given up meanwhile stays so. */
    synchronized void begin(LongSupplier roundClock, Runnable wakeUpWorker) {
        clock = roundClock;
        wakeUp = wakeUpWorker;
        nanos = clock.getAsLong();
        if (state == State.NEW) {
            state = State.UNDER_WAY;
        }
    }

    /**
     * Keep the task from ending before a stage has completed.
     *
     * @param stage what to wait for
     * @throws IllegalStateException if the body has not begun or the task is over
     */
    public void completeWhen(CompletionStage<?> stage) {
        Object key = new Object();
        synchronized (this) {
            if (state != State.UNDER_WAY) {
                throw new IllegalStateException(tooLate("its stages are not waited for"));
            }
            openStages.put(key, Objects.requireNonNull(stage, "stage"));
        }
        stage.whenComplete((value, failure) -> completed(key, failure));
    }

    private void completed(Object key, @Nullable Throwable failure) {
        Runnable wakeUpNow;
        synchronized (this) {
            if (state != State.UNDER_WAY) {
                return;
            }
            openStages.remove(key);
            if (failure != null) {
                note(
                        failure instanceof CompletionException && failure.getCause() != null
                                ? failure.getCause()
                                : failure);
            }
            nanos = clock.getAsLong();
            wakeUpNow = wakeUp;
        }
        wakeUpNow.run();
    }

    /**
     * Hand over a continuation, which the task's worker executes as soon as it is free.
     *
     * @param continuation what to execute
     * @throws RejectedExecutionException if the body has not begun or the task is over
     */
    @Override
    public void execute(Runnable continuation) {
        Runnable wakeUpNow;
        synchronized (this) {
            if (state != State.UNDER_WAY) {
                throw new RejectedExecutionException(tooLate("its loop takes no continuation"));
            }
            continuations.add(Objects.requireNonNull(continuation, "continuation"));
            wakeUpNow = wakeUp;
        }
        wakeUpNow.run();
    }

    private String tooLate(String consequence) {
        return state == State.NEW
                ? "the body of this task has not begun, so " + consequence + " yet"
                : "this task has ended, so " + consequence + " any more; give completeWhen the last stage of a chain,"
                        + " and the task does not end before it";
    }

    /** The continuation to execute next; null if there is none, or if it is no longer wanted. */
    synchronized @Nullable Runnable next() {
        return state == State.UNDER_WAY ? continuations.poll() : null;
    }

    /** A piece of the task, its body or a continuation, has been executed. */
    synchronized void pieceDone() {
        nanos = clock.getAsLong();
    }

    /** A piece of the task has thrown, or it never began: the task is over. */
    synchronized void fail(Throwable failure) {
        state = State.OVER;
        nanos = clock.getAsLong();
        note(failure);
    }

    /** The task is over, whatever it still waits for. */
    synchronized void giveUp() {
        if (!settle()) {
            state = State.OVER;
            nanos = clock.getAsLong();
        }
    }

    /** Tell whether the task is over, which it is from now on if there is nothing left to be done. */
    synchronized boolean settle() {
        if (openStages.isEmpty() && continuations.isEmpty()) {
            state = State.OVER;
        }
        return state == State.OVER;
    }

    private void note(Throwable failure) {
        if (!thrown.contains(failure)) {
            thrown.add(failure);
        }
    }

    /** When the last thing was done, on the round's clock. */
    synchronized long nanos() {
        return nanos;
    }

    /** Everything that failed, in the order in which it did. */
    synchronized List<Throwable> thrown() {
        return List.copyOf(thrown);
    }

    /** What is, or was, still to be done besides the body; empty if nothing. */
    String unfinished() {
        List<CompletionStage<?>> stages;
        int queued;
        synchronized (this) {
            stages = List.copyOf(openStages.values());
            queued = continuations.size();
        }
        List<String> all = new ArrayList<>();
        if (!stages.isEmpty()) {
            all.add(inWords(stages));
        }
        if (queued > 0) {
            all.add(queued + (queued == 1 ? " continuation" : " continuations")
                    + " handed to loop() still to be executed");
        }
        return String.join("; ", all);
    }

    private static String inWords(List<CompletionStage<?>> stages) {
        String names =
                stages.stream().limit(STAGES_TO_NAME).map(String::valueOf).collect(Collectors.joining(", "));
        int more = stages.size() - STAGES_TO_NAME;
        return stages.size() == 1
                ? "the stage given to completeWhen has not completed: " + names
                : stages.size() + " stages given to completeWhen have not completed: " + names
                        + (more > 0 ? " and " + more + " more" : "");
    }
}
