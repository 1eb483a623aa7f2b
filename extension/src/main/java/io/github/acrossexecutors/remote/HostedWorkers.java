package io.github.acrossexecutors.remote;

import io.github.acrossexecutors.execution.Workers;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The thread of a life-cycle as the one worker there is: it serves from where its body would be until it is stopped. */
final class HostedWorkers implements Workers {

    private final String model;
    private final Thread thread;
    /** An empty entry is the end. */
    private final BlockingQueue<Optional<Runnable>> tasks = new LinkedBlockingQueue<>();

    HostedWorkers(String model, Thread thread) {
        this.model = model;
        this.thread = thread;
    }

    /** Execute what comes; for the thread of the life-cycle. */
    void serve() throws InterruptedException {
        Optional<Runnable> task = tasks.take();
        while (task.isPresent()) {
            task.get().run();
            task = tasks.take();
        }
    }

    void end() {
        tasks.add(Optional.empty());
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(Optional.of(task));
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public OptionalInt count() {
        return OptionalInt.of(1);
    }

    @Override
    public int gate() {
        return 1;
    }

    @Override
    public boolean owns(Thread candidate) {
        return candidate.equals(thread);
    }

    @Override
    public void stop(Duration limit) {
        end();
    }
}
