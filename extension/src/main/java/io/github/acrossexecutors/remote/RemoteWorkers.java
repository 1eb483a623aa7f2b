package io.github.acrossexecutors.remote;

import io.github.acrossexecutors.execution.Workers;
import java.time.Duration;
import java.util.OptionalInt;

/** Other JVMs as the workers of an execution model. They take {@link Request}s, never what is made of this JVM's memory. */
public final class RemoteWorkers implements Workers {

    private final String model;
    private final WorkerJvms jvms;
    /** Used by the caller alone. */
    private boolean broken;

    /**
     * Make workers of JVMs.
     *
     * @param model the model's name
     * @param jvms the JVMs
     */
    public RemoteWorkers(String model, WorkerJvms jvms) {
        this.model = model;
        this.jvms = jvms;
    }

    /**
     * {@return the JVMs they are}
     */
    public WorkerJvms jvms() {
        return jvms;
    }

    /** One of them cannot be used any more. */
    void broken() {
        broken = true;
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public OptionalInt count() {
        return jvms.count();
    }

    @Override
    public int gate() {
        return jvms.count().orElse(1);
    }

    @Override
    public boolean owns(Thread thread) {
        return false;
    }

    @Override
    public void execute(Runnable task) {
        throw new UnsupportedOperationException("a task made of this JVM's memory cannot travel to another one");
    }

    @Override
    public void stop(Duration limit) throws InterruptedException {
        jvms.stop(broken, limit);
    }
}
