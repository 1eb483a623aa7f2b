package io.github.acrossexecutors.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Frames on their way to one worker.
 *
 * <p>Frames are put in under the crew's lock, which gives them their order, and written outside it, several at once. A
 * thread that submits a task, or one that reads another worker's answers, must never wait for a worker that has stopped
 * reading. So it writes only while all that the worker has not answered fits into the smallest pipe an operating system
 * gives; for more there is a thread of the worker's own. Nothing overtakes: whoever writes takes frames in their order, under
 * one lock, and after letting go of it looks for frames whose owner found it taken.
 */
final class Outbox {

    /** What fits into any pipe: Windows gives JVMs 4,120 bytes, Linux at least 4,096. */
    private static final int SAFE_BYTES = 4_000;
    /** Past this, frames are no longer put together for one write. */
    private static final int BATCH_BYTES = 1 << 16;

    private final OutputStream pipe;
    private final Executor ownThread;
    private final ConcurrentLinkedQueue<Frame> frames = new ConcurrentLinkedQueue<>();
    /** What was written and is not known to be read; added to under the lock, taken from by the worker's reader thread. */
    private final AtomicLong unread = new AtomicLong();
    /** What was put in and no task's answer will vouch for yet; guarded by the crew's lock. */
    private int unclaimed;

    private final ReentrantLock writing = new ReentrantLock();

    Outbox(OutputStream pipe, Executor ownThread) {
        this.pipe = pipe;
        this.ownThread = ownThread;
    }

    /** Appends a frame; the caller holds the crew's lock. */
    void put(Frame frame) {
        frames.add(frame);
        unclaimed = Math.addExact(unclaimed, frame.length());
    }

    /**
     * Returns the bytes of all frames put in since the last call. The worker reads in order: it has read them once it answers
     * the last of these frames. The caller holds the crew's lock.
     */
    int claim() {
        int bytes = unclaimed;
        unclaimed = 0;
        return bytes;
    }

    /** Notes that the worker has read so many bytes, as its answer shows. */
    void answered(int bytes) {
        unread.addAndGet(-bytes);
    }

    /** Sends all frames that are in, at once or soon. */
    void flush() {
        while (!frames.isEmpty() && writing.tryLock()) {
            boolean some;
            try {
                some = writeUpTo(SAFE_BYTES);
            } finally {
                writing.unlock();
            }
            if (!some) {
                ownThread.execute(this::writeAll);
                return;
            }
        }
    }

    private void writeAll() {
        writing.lock();
        try {
            while (writeUpTo(Long.MAX_VALUE)) {
                // until none is left
            }
        } finally {
            writing.unlock();
        }
        flush();
    }

    /** Writes frames while no more than so many bytes are unread; returns whether it wrote any. */
    private boolean writeUpTo(long mostUnread) {
        List<Frame> batch = new ArrayList<>();
        int length = 0;
        for (Frame frame = frames.peek();
                frame != null && length < BATCH_BYTES && unread.get() + frame.length() <= mostUnread;
                frame = frames.peek()) {
            unread.addAndGet(frame.length());
            length = Math.addExact(length, frame.length());
            batch.add(frames.remove());
        }
        if (batch.isEmpty()) {
            return false;
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        for (Frame frame : batch) {
            frame.putInto(buffer);
        }
        write(buffer.array());
        return true;
    }

    private void write(byte[] bytes) {
        try {
            pipe.write(bytes);
            pipe.flush();
        } catch (IOException e) {
            // The worker is ending; its reader thread sees the end of its pipe and hands its tasks on.
            frames.clear();
        }
    }

    /** Closes the pipe, which tells the worker to end. */
    void close() {
        ownThread.execute(() -> {
            try {
                pipe.close();
            } catch (IOException e) {
                // It was closed from the other side.
            }
        });
    }
}
