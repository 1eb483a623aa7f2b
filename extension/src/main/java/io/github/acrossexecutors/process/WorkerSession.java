package io.github.acrossexecutors.process;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The worker's end of the pipe: one task after the other, on the JVM's main thread.
 *
 * <p>A second thread, the <em>listener</em>, reads all frames: it hands tasks on, gives back those not begun when they are
 * recalled, tells where a task hangs, and ends the JVM when the pipe does, whatever the task is doing: the pool has closed
 * it, or the pool's JVM is dead. A result is written before the next task begins; so when a worker ends, at most the first
 * unanswered task has been begun, and all others may be executed elsewhere.
 */
final class WorkerSession {

    /** Shutdown hooks of user code may take this long; the pool's death must be followed within a second. */
    private static final long GOODBYE_MILLIS = 700;

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
        this.cargo = new Cargo(maxFrameBytes, WorkerSession.class.getClassLoader(), null);
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
                handle(inbox.take());
                Thread.interrupted();
            }
        } catch (IOException | InterruptedException e) {
            goodbye();
        }
    }

    private LongSupplier cpuNanos = () -> -1;

    /** Becomes a worker and executes the initializer; returns whether it ended well. */
    private boolean begin(Frame welcome) throws IOException {
        try {
            DataInputStream content = new DataInputStream(new ByteArrayInputStream(welcome.content()));
            String name = Text.readSome(content);
            ProcessWorker.become((int) welcome.id(), name, Text.readMap(content));
            taskThread.setName(name);
            cpuNanos = content.readBoolean() ? CpuNanos.ofThisThread() : () -> -1;
            listen(name);
            if (cargo.read(content, welcome.length()) instanceof Runnable initializer) {
                initializer.run();
            }
            return true;
        } catch (Throwable e) {
            send(reply(FrameKind.FAILURE, 0, 0, 0, e));
            return false;
        }
    }

    private void listen(String name) {
        Thread listener = new Thread(this::readAll, name + "-listener");
        listener.setDaemon(true);
        listener.start();
    }

    private void readAll() {
        try {
            @Nullable Frame frame = Frame.read(in, maxFrameBytes);
            while (frame != null) {
                receive(frame);
                frame = Frame.read(in, maxFrameBytes);
            }
        } catch (IOException e) {
            System.err.println(e.getMessage());
        } finally {
            goodbye();
        }
    }

    private void receive(Frame frame) throws IOException {
        switch (frame.kind()) {
            case CALL, CHUNK, FUNCTION, FORGET -> inbox.put(frame);
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
            case HELLO, WELCOME, READY, RETURNED, RESULT, FAILURE, STACK_IS ->
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
        long cpuBefore = cpuNanos.getAsLong();
        long start = System.nanoTime();
        try {
            @Nullable Object result = call(frame);
            long end = System.nanoTime();
            return reply(FrameKind.RESULT, frame.id(), new Times(start, end, cpuSince(cpuBefore)), result);
        } catch (Throwable e) {
            return reply(FrameKind.FAILURE, frame.id(), start, cpuBefore, e);
        }
    }

    private @Nullable Object call(Frame frame) throws Exception {
        if (frame.kind() == FrameKind.CHUNK) {
            DataInputStream content = new DataInputStream(new ByteArrayInputStream(frame.content()));
            Function<@Nullable Object, @Nullable Object> function = function(content.readLong());
            @Nullable Object inputs = cargo.read(content, frame.length());
            return Chunk.apply(function, java.util.Objects.requireNonNull(inputs));
        }
        @Nullable Object task = cargo.unpack(frame.content());
        if (task instanceof Callable<?> callable) {
            return callable.call();
        }
        ((Runnable) java.util.Objects.requireNonNull(task)).run();
        return null;
    }

    @SuppressWarnings("unchecked")
    private Function<@Nullable Object, @Nullable Object> function(long id) throws Exception {
        Object function = java.util.Objects.requireNonNull(functions.get(id), "no function came with this chunk");
        if (function instanceof byte[] packed) {
            function = java.util.Objects.requireNonNull(cargo.unpack(packed));
            functions.put(id, function);
        }
        return (Function<@Nullable Object, @Nullable Object>) function;
    }

    private long cpuSince(long before) {
        return before < 0 ? -1 : cpuNanos.getAsLong() - before;
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

    /** Ends this JVM with its shutdown hooks, and without them if they do not end. */
    private static void goodbye() {
        Thread last = new Thread(
                () -> {
                    try {
                        TimeUnit.MILLISECONDS.timedJoin(Thread.currentThread(), GOODBYE_MILLIS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    Runtime.getRuntime().halt(0);
                },
                "goodbye");
        last.setDaemon(true);
        last.start();
        System.exit(0);
    }
}
