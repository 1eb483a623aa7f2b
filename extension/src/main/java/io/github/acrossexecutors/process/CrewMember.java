package io.github.acrossexecutors.process;

import java.io.DataInputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One worker as its pool sees it. What is not final is guarded by the crew's lock, except {@code aheadNanos}, which the
 * worker's reader thread writes before the first answer.
 */
final class CrewMember {

    private final int id;
    private final String name;
    private final Process process;
    private final WorkerOutput output;
    private final Outbox outbox;
    private final long startedNanos;
    private long aheadNanos;

    /** Sent and unanswered, in the order of sending; the worker can have begun the first alone. */
    final ArrayDeque<PoolTask<?>> sent = new ArrayDeque<>();
    /** For this worker alone, and not sent. */
    final ArrayDeque<PoolTask<?>> own = new ArrayDeque<>();

    final Set<Long> functions = new HashSet<>();
    /** Its JVM has come up. */
    boolean greeted;
    /** Its initializer is through. */
    boolean ready;
    /** Its pipe is closed, or it was killed: it gets no further task. */
    boolean leaving;
    /** It is to leave as soon as it has answered all it was sent. */
    boolean retiring;

    boolean recalling;
    /** Somebody will look whether its task takes too long. */
    boolean watched;

    int begun;
    int sentBytes;
    long headSinceNanos;

    @Nullable
    Integer exitCode;

    /** What came in place of an answer; written by the reader thread before it reports the end. */
    @Nullable
    String garbage;

    CrewMember(int id, String name, Process process, WorkerOutput output, Executor writer, long startedNanos) {
        this.id = id;
        this.name = name;
        this.process = process;
        this.output = output;
        this.outbox = new Outbox(process.getOutputStream(), writer);
        this.startedNanos = startedNanos;
    }

    int id() {
        return id;
    }

    long pid() {
        return process.pid();
    }

    Process process() {
        return process;
    }

    /** Kills the process; its pipes stay open, so what it has answered and printed is still read. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    Outbox outbox() {
        return outbox;
    }

    WorkerOutput output() {
        return output;
    }

    /** By how much its clock is ahead of this JVM's. */
    long aheadNanos() {
        return aheadNanos;
    }

    DataInputStream answers() {
        return new DataInputStream(process.getInputStream());
    }

    /**
     * Compares its clock with ours. On most systems all processes read the same one, and what it says lies between the
     * start of the process and now; elsewhere its greeting is taken to have just been written.
     */
    void said(Frame hello) {
        long its = ByteBuffer.wrap(hello.content()).getLong();
        long now = System.nanoTime();
        aheadNanos = its - startedNanos >= 0 && now - its >= 0 ? 0 : its - now;
    }

    boolean takesTasks() {
        return ready && !leaving && !retiring && !endsWithItsTask();
    }

    /** Whether the first task's caller wants the worker to end while it executes that. */
    boolean endsWithItsTask() {
        @Nullable PoolTask<?> first = sent.peekFirst();
        return first != null && first.endItsWorker;
    }

    /** Asks it to give back what it has not begun. */
    void recall() {
        if (!recalling && !leaving) {
            recalling = true;
            outbox.put(new Frame(FrameKind.RECALL, 0));
        }
    }

    boolean isIdle() {
        return ready && !leaving && sent.isEmpty() && (!retiring || !own.isEmpty());
    }

    boolean hasNothingToDo() {
        return sent.isEmpty() && own.isEmpty();
    }

    boolean mayRetire() {
        return retiring && hasNothingToDo();
    }

    WorkerStatus status() {
        WorkerStatus.State state = exitCode != null
                ? WorkerStatus.State.ENDED
                : !ready
                        ? WorkerStatus.State.STARTING
                        : sent.isEmpty() ? WorkerStatus.State.IDLE : WorkerStatus.State.BUSY;
        return new WorkerStatus(id, pid(), state, exitCode == null ? OptionalInt.empty() : OptionalInt.of(exitCode));
    }

    @Override
    public String toString() {
        return name + " (pid " + pid() + ")";
    }

    String name() {
        return name;
    }
}
