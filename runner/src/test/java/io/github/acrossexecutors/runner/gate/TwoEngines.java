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
 * Two koans at a time, for a run mostly waits; but a koan that is judged by the clock has the gate to itself.
 *
 * <p>Threads: any. An engine is used by one thread at a time, handed from one to the next by the queue. The lock is fair, so a koan that wants to be alone comes
 * before those that were asked for later.
 */
final class TwoEngines implements Judge, AutoCloseable {

    private final BlockingQueue<Engine> idle = new ArrayBlockingQueue<>(2);
    private final ReadWriteLock clock = new ReentrantReadWriteLock(true);

    TwoEngines(KoanTree tree) throws InterruptedException {
        Engine.rehearse();
        idle.add(new Engine(tree));
        idle.add(new Engine(tree));
    }

    @Override
    public Outcome judge(Entry entry, Variant variant, Selection selection) throws InterruptedException {
        Lock lock = entry.kind() == Kind.TIMING ? clock.writeLock() : clock.readLock();
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
