package io.github.acrossexecutors.explorer.control;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Plays one schedule and waits for its end. Called by the thread that explores.
 *
 * <p>The watch is the one place where real time counts, and it accuses nobody: a thread that has the turn and neither
 * arrives nor ends is beyond control. A thread that merely has not got its CPU yet is still at its gate, or runnable. One
 * that has ended without giving its turn away never came to its gate: it was made where nobody could wrap its body.
 */
public final class Stage {

    private static final long LOOK_MILLIS = 50;
    private static final int LOOKS_WHILE_WAITING = 40;
    private static final int LOOKS_WHILE_RUNNING = 200;
    private static final long UNWIND_MILLIS = 2_000;

    private Stage() {}

    /**
     * Play.
     *
     * @param play what
     * @param run the schedule
     * @return how it ended
     * @throws InterruptedException if the calling thread is interrupted; the schedule is ended then
     */
    public static End play(Play play, Run run) throws InterruptedException {
        Thread thread = Thread.ofPlatform().daemon().name("explorer").unstarted(() -> {
            Participant me = run.cast.get(Run.STAGE);
            Bodies.play(me, () -> direct(play, run, me));
        });
        Participant stage = run.add("check", thread, null);
        run.turn = stage;
        thread.start();
        stage.giveTurn();
        try {
            return watch(run);
        } finally {
            run.finish(new End.Uncontrolled("interrupted"));
            unwind(run);
        }
    }

    private static void direct(Play play, Run run, Participant me) throws Throwable {
        play.set();
        List<Participant> actors = new ArrayList<>();
        for (Play.Part part : play.parts()) {
            actors.add(actor(run, me, part));
        }
        run.await(
                me,
                new Waiting(
                        Waiting.Manner.THREAD,
                        null,
                        () -> actors.stream().allMatch(each -> each.done),
                        Waiting.FOR_EVER));
        actors.forEach(each -> me.clock.learn(each.clock));
        try {
            play.check();
        } catch (Stop stop) {
            throw stop;
        } catch (Throwable wrong) {
            run.finish(End.of(me.index, wrong, true));
        }
        run.finish(new End.Completed());
    }

    private static Participant actor(Run run, Participant me, Play.Part part) {
        Thread thread = Thread.ofPlatform().daemon().name(part.name()).unstarted(() -> {
            Participant actor = run.of(Thread.currentThread());
            if (actor != null) {
                Bodies.play(actor, part.body());
            }
        });
        Participant added = run.add(part.name(), thread, me);
        thread.start();
        return added;
    }

    private static End watch(Run run) throws InterruptedException {
        int seen = -1;
        int looks = 0;
        while (!run.ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            Participant active = run.turn;
            int arrivals = run.arrivals;
            looks = arrivals == seen && !active.atGate ? looks + 1 : 0;
            seen = arrivals;
            Thread.State state = active.thread.getState();
            if (state == Thread.State.TERMINATED && run.turn == active) {
                run.finish(
                        new End.Uncontrolled(active.name + " was made where the explorer cannot see, and has ended"));
            }
            boolean waits = state == Thread.State.WAITING || state == Thread.State.BLOCKED;
            if (looks > (waits ? LOOKS_WHILE_WAITING : LOOKS_WHILE_RUNNING)) {
                run.finish(new End.Uncontrolled(active.name
                        + (waits ? " waits in " : " has taken no step since it was in ")
                        + place(active.thread)));
            }
        }
        End end = run.end();
        return end == null ? new End.Uncontrolled("it ended without an end") : end;
    }

    private static String place(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        StringBuilder place = new StringBuilder(stack.length == 0 ? "native code" : stack[0].toString());
        for (StackTraceElement each : stack) {
            if (!each.getClassName().startsWith("java.") && !each.getClassName().startsWith("jdk.")) {
                place.append(", called at ")
                        .append(each.getFileName())
                        .append(':')
                        .append(each.getLineNumber());
                break;
            }
        }
        return place.toString();
    }

    private static void unwind(Run run) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(UNWIND_MILLIS);
        for (Participant each : run.cast.all()) {
            each.giveTurn();
        }
        for (Participant each : run.cast.all()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left > 0 && each.thread.getState() != Thread.State.NEW) {
                each.thread.join(left);
            }
        }
    }
}
