package io.github.acrossexecutors.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.OptionalLong;

/**
 * When a worker executed a task, by its own clock.
 *
 * @param start when it began
 * @param end when it ended
 * @param cpu the CPU time of the task's thread; negative if it was not measured
 */
record Times(long start, long end, long cpu) {

    void write(DataOutputStream out) throws IOException {
        out.writeLong(start);
        out.writeLong(end);
        out.writeLong(cpu);
    }

    static Times read(DataInputStream in) throws IOException {
        return new Times(in.readLong(), in.readLong(), in.readLong());
    }

    /** Sets this clock to the pool's, which is behind by so many nanoseconds. */
    TaskTiming timing(int workerId, long pid, long submittedNanos, long aheadNanos) {
        return new TaskTiming(
                workerId,
                pid,
                submittedNanos,
                start - aheadNanos,
                end - aheadNanos,
                cpu < 0 ? OptionalLong.empty() : OptionalLong.of(cpu));
    }
}
