package io.github.acrossexecutors.process;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The worker's end of the pipe: one task after the other, on the JVM's main thread.
 *
 * <p>A second thread, the <em>listener</em>, reads in its stead while a task takes long, see {@link WorkerInbox}. Whoever
 * reads gives back tasks not begun when they are recalled, tells where a task hangs, and ends the JVM when the pipe does,
 * whatever the task is doing: the pool has closed
 * it, or the pool's JVM is dead. A result is written before the next task begins; so when a worker ends, at most the first
 * unanswered task has been begun, and all others may be executed elsewhere.
 */
final class WorkerSession {

    private final DataInputStream in;
    private final OutputStream out;
    private final int maxFrameBytes;
    private final Cargo cargo;
    private final WorkerInbox inbox = new WorkerInbox();
    private final Thread taskThread = Thread.currentThread();
    /** The task thread's alone: functions of maps that are under way, at first as what travelled. */
    private final Map<Long, Object> functions = new HashMap<>();

    WorkerSession(InputStream in, OutputStream out, int maxFrameBytes) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
        this.out = out;
        this.maxFrameBytes = maxFrameBytes;
        this.cargo = Cargo.ofWorker(maxFrameBytes, WorkerSession.class.getClassLoader());
    }

    void run() {
        try {
            send(new Frame(
                    FrameKind.HELLO,
                    0,
                    ByteBuffer.allocate(Long.BYTES).putLong(System.nanoTime()).array()));
            @Nullable Frame welcome = Frame.read(in, maxFrameBytes);
            if (welcome == null || !begin(welcome)) {
                return;
            }
            send(new Frame(FrameKind.READY, 0));
            while (true) {
                handle(next());
            }
        } catch (IOException e) {
            Goodbye.say(taskThread, e);
        }
    }

    /** Measures the task thread's CPU time, if that is wanted. */
    private @Nullable LongSupplier cpuClock;

    /** Becomes a worker and executes the initializer; returns whether it ended well. */
    private boolean begin(Frame welcome) throws IOException {
        try {
            DataInputStream content = new DataInputStream(new ByteArrayInputStream(welcome.content()));
            String name = Text.readSome(content);
            ProcessWorker.become((int) welcome.id(), name, Text.readMap(content));
            taskThread.setName(name);
            inbox.begins();
            cpuClock = content.readBoolean() ? CpuNanos.ofThisThread() : null;
            listen(name);
            if (content.readBoolean() && cargo.read(content, welcome.length()) instanceof Runnable initializer) {
                initializer.run();
            }
            return true;
        } catch (Throwable e) {
            send(reply(FrameKind.FAILURE, 0, 0, 0, e));
            return false;
        }
    }

    private void listen(String name) {
        Thread listener = new Listener(name.concat("-listener"));
        listener.setDaemon(true);
        listener.start();
    }

    /** A named class, as below, and no + for texts: the first of either costs a starting JVM some milliseconds. */
    private final class Listener extends Thread {

        Listener(String name) {
            super(name);
        }

        @Override
        public void run() {
            try {
                while (true) {
                    inbox.awaitTurn();
                    readDuringATask();
                }
            } catch (EOFException e) {
                if (!inbox.ends()) {
                    Goodbye.say(taskThread, e);
                }
            } catch (IOException | InterruptedException e) {
                Goodbye.say(taskThread, e);
            }
        }
    }

    private void readDuringATask() throws IOException {
        boolean mine = true;
        while (mine) {
            Frame frame = read();
            if (isForTheTaskThread(frame)) {
                mine = inbox.put(frame);
            } else {
                answer(frame);
            }
        }
    }

    /** Returns what the task thread has to do next, which it reads by itself if it can. */
    private Frame next() throws IOException {
        @Nullable Frame received = inbox.takeOrRead();
        if (received != null) {
            return received;
        }
        Frame frame = read();
        while (!isForTheTaskThread(frame)) {
            answer(frame);
            frame = read();
        }
        inbox.hasRead();
        return frame;
    }

    private Frame read() throws IOException {
        @Nullable Frame frame = Frame.read(in, maxFrameBytes);
        if (frame == null) {
            throw new EOFException();
        }
        return frame;
    }

    private static boolean isForTheTaskThread(Frame frame) {
        return switch (frame.kind()) {
            case CALL, CHUNK, FUNCTION, FORGET -> true;
            case HELLO, WELCOME, READY, RECALL, RETURNED, RESULT, FAILURE, STACK, STACK_IS -> false;
        };
    }

    private void answer(Frame frame) throws IOException {
        switch (frame.kind()) {
            case RECALL -> {
                long[] ids = inbox.recall();
                ByteBuffer content = ByteBuffer.allocate(ids.length * Long.BYTES);
                content.asLongBuffer().put(ids);
                send(new Frame(FrameKind.RETURNED, 0, content.array()));
            }
            case STACK -> {
                StringBuilder stack = new StringBuilder();
                for (StackTraceElement element : taskThread.getStackTrace()) {
                    stack.append("\n\tat ").append(element);
                }
                BoundedBytes content = cargo.bytes();
                Text.write(new DataOutputStream(content), stack.toString());
                send(new Frame(FrameKind.STACK_IS, frame.id(), content.toByteArray()));
            }
            case CALL, CHUNK, FUNCTION, FORGET, HELLO, WELCOME, READY, RETURNED, RESULT, FAILURE, STACK_IS ->
                throw new IOException("The pool sent a frame that only workers send: " + frame.kind());
        }
    }

    private void handle(Frame frame) throws IOException {
        switch (frame.kind()) {
            case FUNCTION -> functions.put(frame.id(), frame.content());
            case FORGET -> functions.remove(frame.id());
            default -> send(execute(frame));
        }
    }

    private Frame execute(Frame frame) throws IOException {
        // Whoever interrupted this thread meant a task before.
        Thread.interrupted();
        long cpuBefore = cpuNanos();
        long start = System.nanoTime();
        try {
            Object work = unpack(frame);
            cpuBefore = cpuNanos();
            start = System.nanoTime();
            @Nullable Object result = call(work);
            long end = System.nanoTime();
            return reply(FrameKind.RESULT, frame.id(), new Times(start, end, cpuSince(cpuBefore)), result);
        } catch (Throwable e) {
            return reply(FrameKind.FAILURE, frame.id(), start, cpuBefore, e);
        }
    }

    private Object unpack(Frame frame) throws IOException, ClassNotFoundException {
        if (frame.kind() == FrameKind.CHUNK) {
            DataInputStream content = new DataInputStream(new ByteArrayInputStream(frame.content()));
            Function<@Nullable Object, @Nullable Object> function = function(content.readLong());
            @Nullable Object inputs = cargo.read(content, frame.length());
            return new Chunk.Work(function, Objects.requireNonNull(inputs));
        }
        return Objects.requireNonNull(cargo.unpack(frame.content()));
    }

    private static @Nullable Object call(Object work) throws Exception {
        if (work instanceof Callable<?> callable) {
            return callable.call();
        }
        ((Runnable) work).run();
        return null;
    }

    @SuppressWarnings("unchecked")
    private Function<@Nullable Object, @Nullable Object> function(long id) throws IOException, ClassNotFoundException {
        Object function = Objects.requireNonNull(functions.get(id), "no function came with this chunk");
        if (function instanceof byte[] packed) {
            function = Objects.requireNonNull(cargo.unpack(packed));
            functions.put(id, function);
        }
        return (Function<@Nullable Object, @Nullable Object>) function;
    }

    private long cpuNanos() {
        return cpuClock == null ? -1 : cpuClock.getAsLong();
    }

    private long cpuSince(long before) {
        return before < 0 ? -1 : cpuNanos() - before;
    }

    private Frame reply(FrameKind kind, long id, Times times, @Nullable Object result) throws IOException {
        BoundedBytes content = cargo.bytes();
        DataOutputStream data = new DataOutputStream(content);
        times.write(data);
        cargo.write(data, result, "result");
        return new Frame(kind, id, content.toByteArray());
    }

    private Frame reply(FrameKind kind, long id, long start, long cpuBefore, Throwable thrown) throws IOException {
        BoundedBytes content = new BoundedBytes(Math.max(maxFrameBytes, 1 << 20));
        DataOutputStream data = new DataOutputStream(content);
        new Times(start, Math.max(start, System.nanoTime()), cpuSince(cpuBefore)).write(data);
        Failure.of(thrown).write(data);
        return new Frame(kind, id, content.toByteArray());
    }

    private void send(Frame frame) throws IOException {
        byte[] bytes = frame.toBytes();
        synchronized (out) {
            out.write(bytes);
        }
    }
}
