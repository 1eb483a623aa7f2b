package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicStampedReference;
import org.jspecify.annotations.Nullable;

/**
 * A stack of free buffers, linked by the buffers themselves, which come back: that the top is the buffer it was says
 * nothing about what lies below.
 */
final class AbaOnStack {

    private AbaOnStack() {}

    static final class Buffer {
        private volatile @Nullable Buffer below;

        Buffer(@Nullable Buffer below) {
            this.below = below;
        }
    }

    static final class Bug {
        private final AtomicReference<@Nullable Buffer> top =
                new AtomicReference<>(new Buffer(new Buffer(new Buffer(null))));
        private @Nullable Buffer ofReader;
        private @Nullable Buffer ofWriter;

        @Actor
        void reader() {
            ofReader = pop();
        }

        @Actor
        void writer() {
            Buffer header = pop();
            ofWriter = pop();
            if (header != null) {
                push(header);
            }
        }

        @Check
        void noBufferIsGivenOutTwice() {
            mustBeNobodys(top.get(), ofReader, ofWriter);
        }

        private void push(Buffer buffer) {
            Buffer old = top.get();
            buffer.below = old;
            while (!top.compareAndSet(old, buffer)) {
                old = top.get();
                buffer.below = old;
            }
        }

        private @Nullable Buffer pop() {
            Buffer old = top.get();
            while (old != null && !top.compareAndSet(old, old.below)) {
                old = top.get();
            }
            return old;
        }
    }

    static final class Correct {
        private final AtomicStampedReference<@Nullable Buffer> top =
                new AtomicStampedReference<>(new Buffer(new Buffer(new Buffer(null))), 0);
        private @Nullable Buffer ofReader;
        private @Nullable Buffer ofWriter;

        @Actor
        void reader() {
            ofReader = pop();
        }

        @Actor
        void writer() {
            Buffer header = pop();
            ofWriter = pop();
            if (header != null) {
                push(header);
            }
        }

        @Check
        void noBufferIsGivenOutTwice() {
            mustBeNobodys(top.getReference(), ofReader, ofWriter);
        }

        private void push(Buffer buffer) {
            int[] stamp = new int[1];
            Buffer old = top.get(stamp);
            buffer.below = old;
            while (!top.compareAndSet(old, buffer, stamp[0], stamp[0] + 1)) {
                old = top.get(stamp);
                buffer.below = old;
            }
        }

        private @Nullable Buffer pop() {
            int[] stamp = new int[1];
            Buffer old = top.get(stamp);
            while (old != null && !top.compareAndSet(old, old.below, stamp[0], stamp[0] + 1)) {
                old = top.get(stamp);
            }
            return old;
        }
    }

    private static void mustBeNobodys(@Nullable Buffer free, @Nullable Buffer ofReader, @Nullable Buffer ofWriter) {
        if (ofReader == ofWriter) {
            throw new AssertionError("reader and writer have the same buffer");
        }
        for (Buffer buffer = free; buffer != null; buffer = buffer.below) {
            if (buffer == ofReader || buffer == ofWriter) {
                throw new AssertionError("a buffer is in use and free at once");
            }
        }
    }
}
