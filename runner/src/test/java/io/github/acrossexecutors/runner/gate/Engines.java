package io.github.acrossexecutors.runner.gate;

import io.github.acrossexecutors.runner.engine.Engine;
import io.github.acrossexecutors.runner.engine.Outcome;
import io.github.acrossexecutors.runner.engine.Selection;
import io.github.acrossexecutors.runner.engine.Variant;
import io.github.acrossexecutors.runner.path.Entry;
import io.github.acrossexecutors.runner.path.Kind;
import io.github.acrossexecutors.runner.path.KoanTree;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Three koans at a time, as a run often waits. But a solution that is judged by the clock has the gate to itself; a wrong answer only gets slower beside others.
 *
 * <p>Threads: any. An engine is used by one thread at a time, handed from one to the next by the queue. The lock is fair, so a koan that wants to be alone comes
 * before those that were asked for later.
 */
final class Engines implements Judge, AutoCloseable {

    private static final int NUMBER = 3;

    private final BlockingQueue<Engine> idle = new ArrayBlockingQueue<>(NUMBER);
    private final ReadWriteLock clock = new ReentrantReadWriteLock(true);

    Engines(KoanTree tree) throws InterruptedException {
        Engine.rehearse();
        for (int i = 0; i < NUMBER; i++) {
            idle.add(new Engine(tree));
        }
    }

    @Override
    public Outcome judge(Entry entry, Variant variant, Selection selection) throws InterruptedException {
        boolean byTheClock = entry.kind() == Kind.TIMING && variant instanceof Variant.Solution;
        Lock lock = byTheClock ? clock.writeLock() : clock.readLock();
        lock.lockInterruptibly();
        try {
            Engine engine = idle.take();
            try {
                return engine.judge(entry, variant, selection);
            } finally {
                idle.add(engine);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the engines' children; those of a run in progress are missed, so it is called after the last run. */
    @Override
    public void close() {
        idle.forEach(Engine::close);
    }
}
