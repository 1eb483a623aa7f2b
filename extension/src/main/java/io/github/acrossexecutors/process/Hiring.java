package io.github.acrossexecutors.process;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Starts worker JVMs and the threads that serve them. */
final class Hiring implements AutoCloseable {

    private final WorkerSettings settings;
    private final Cargo cargo;
    private final Crew crew;
    private final WorkerCommand command;
    private final byte @Nullable [] initializer;
    private final AtomicInteger lastId = new AtomicInteger();

    Hiring(WorkerSettings settings, Cargo cargo, Crew crew) {
        this.settings = settings;
        this.cargo = cargo;
        this.crew = crew;
        this.initializer = settings.initializer() == null ? null : cargo.pack(settings.initializer(), "initializer");
        this.command = new WorkerCommand(settings);
    }

    /** Starts a JVM, whose first frame is on its way when this returns. */
    CrewMember hire() throws IOException {
        int id = lastId.incrementAndGet();
        String name = settings.name() + "/worker-" + id;
        Frame welcome = welcome(id, name);
        long startedNanos = System.nanoTime();
        Process process = command.start();
        WorkerOutput output =
                new WorkerOutput(process.getErrorStream(), name, settings.outputBytesPerTask(), settings.output());
        CrewMember member = new CrewMember(id, name, process, output, writer(name), startedNanos);
        member.outbox().put(welcome);
        return member;
    }

    private static ThreadPoolExecutor writer(String name) {
        ThreadPoolExecutor writer = new ThreadPoolExecutor(
                1, 1, 50, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), DaemonThreads.named(name + "-writer"));
        writer.allowCoreThreadTimeOut(true);
        return writer;
    }

    private Frame welcome(int id, String name) throws IOException {
        BoundedBytes content = cargo.bytes();
        DataOutputStream data = new DataOutputStream(content);
        Text.write(data, name);
        Text.writeMap(data, settings.shared());
        data.writeBoolean(settings.cpuTimes());
        data.writeBoolean(initializer != null);
        if (initializer != null) {
            data.write(initializer);
        }
        return new Frame(FrameKind.WELCOME, id, content.toByteArray());
    }

    /** Starts the threads that read what a worker answers and prints. */
    void listenTo(CrewMember member) {
        Thread printed = DaemonThreads.of(member.name() + "-output", member.output());
        printed.start();
        DaemonThreads.of(
                        member.name() + "-reader",
                        new MemberReader(member, crew, cargo, settings.maxFrameBytes(), printed))
                .start();
    }

    @Override
    public void close() {
        command.close();
    }
}
