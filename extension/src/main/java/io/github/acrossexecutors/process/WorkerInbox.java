package io.github.acrossexecutors.process;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * What a worker has received and not begun, and whose turn it is to read the pipe.
 *
 * <p><b>Protocol.</b> An idle task thread reads by itself: a short task costs no hand-over between threads. While it
 * executes, nobody reads, until the task has taken longer than the listener's patience; then the listener does, so that
 * recalls, questions and the end of the pipe are noticed. It goes on until it has brought a frame to an idle task thread. At
 * most one thread reads, and whoever begins to read sees all that the one before has read, through this object's monitor.
 */
final class WorkerInbox {

    /** What a recall or the pool's death may wait for. */
    private static final long PATIENCE_MILLIS = 10;
    /** After so many turns without a task the listener sleeps until the next one. */
    private static final int QUIET_TURNS = 100;

    /** Guarded by this object's monitor, like all else here. */
    private final ArrayDeque<Frame> frames = new ArrayDeque<>();

    private boolean reading;
    private boolean executing;
    private boolean asleep;
    private long begun;

    /** For the task thread, which has nothing to do: returns the next frame, or null if it must read by itself. */
    synchronized @Nullable Frame takeOrRead() {
        executing = false;
        while (frames.isEmpty() && reading) {
            try {
                wait();
            } catch (InterruptedException e) {
                // Meant for a task that has ended: only tasks have told others of this thread.
            }
        }
        @Nullable Frame next = frames.pollFirst();
        if (next == null) {
            reading = true;
        } else {
            begins();
        }
        return next;
    }

    /** For the task thread: it has read what it will execute now. */
    synchronized void hasRead() {
        reading = false;
        begins();
    }

    /** For the task thread: it executes something that did not come in a frame of its own. */
    synchronized void begins() {
        executing = true;
        begun++;
        if (asleep) {
            asleep = false;
            notifyAll();
        }
    }

    /** For the listener: returns when a task takes long and nobody reads; then it must read. */
    synchronized void awaitTurn() throws InterruptedException {
        int quiet = 0;
        while (true) {
            long before = begun;
            wait(PATIENCE_MILLIS);
            if (executing && !reading && begun == before) {
                reading = true;
                return;
            }
            quiet = executing || begun != before ? 0 : quiet + 1;
            if (quiet == QUIET_TURNS) {
                asleep = true;
                while (asleep) {
                    wait();
                }
                quiet = 0;
            }
        }
    }

    /** For the listener: hands a frame over; returns whether it must go on reading. */
    synchronized boolean put(Frame frame) {
        frames.addLast(frame);
        notifyAll();
        reading = executing;
        return reading;
    }

    /**
     * For the listener: the pipe has ended. Returns whether the task thread, which has nothing to do, goes and reads that by
     * itself.
     */
    synchronized boolean ends() {
        frames.clear();
        reading = false;
        notifyAll();
        return !executing;
    }

    /** Removes all tasks and returns their numbers; functions stay, for tasks that come later. */
    synchronized long[] recall() {
        long[] ids =
                frames.stream().filter(WorkerInbox::isTask).mapToLong(Frame::id).toArray();
        frames.removeIf(WorkerInbox::isTask);
        return ids;
    }

    private static boolean isTask(Frame frame) {
        return frame.kind() == FrameKind.CALL || frame.kind() == FrameKind.CHUNK;
    }
}
