package io.github.acrossexecutors.process;

import java.util.ArrayDeque;

/** What a worker has received and not begun. */
final class WorkerInbox {

    /** Guarded by this object's monitor, like all else here. */
    private final ArrayDeque<Frame> frames = new ArrayDeque<>();

    synchronized void put(Frame frame) {
        frames.addLast(frame);
        notifyAll();
    }

    synchronized Frame take() throws InterruptedException {
        while (frames.isEmpty()) {
            wait();
        }
        return frames.removeFirst();
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
