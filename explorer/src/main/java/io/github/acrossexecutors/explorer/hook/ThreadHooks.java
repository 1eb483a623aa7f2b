package io.github.acrossexecutors.explorer.hook;

import io.github.acrossexecutors.explorer.control.Participant;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Threads: called instead of the methods of the same meaning. An empty label stands for code of the JDK. */
public final class ThreadHooks {

    private ThreadHooks() {}

    /**
     * Wrap the body of a thread that is being made.
     *
     * @param body the body, or {@code null} where the thread has its own
     * @return what the thread runs
     */
    public static @Nullable Runnable wrap(@Nullable Runnable body) {
        Participant maker = Participant.current();
        if (body == null || maker == null) {
            return body;
        }
        return () -> maker.run().threads().play(body);
    }

    /**
     * Run the body of a thread that overrides {@link Thread#run()}.
     *
     * @param body the original method
     */
    public static void play(Runnable body) {
        Participant.playOnNewThread(body);
    }

    /**
     * {@link Thread#start()}.
     *
     * @param thread which
     * @param label the place
     */
    public static void start(Thread thread, String label) {
        Participant me = Callers.me();
        if (me == null) {
            thread.start();
        } else {
            me.run().threads().start(me, thread, label);
        }
    }

    /**
     * {@link Thread#startVirtualThread(Runnable)}.
     *
     * @param body of the thread
     * @param label the place
     * @return the thread
     */
    public static Thread startVirtualThread(Runnable body, String label) {
        return start(Thread.ofVirtual(), body, label);
    }

    /**
     * {@link Thread.Builder#start(Runnable)}.
     *
     * @param builder of the thread
     * @param body of the thread
     * @param label the place
     * @return the thread
     */
    public static Thread start(Thread.Builder builder, Runnable body, String label) {
        Thread thread = unstarted(builder, body, label);
        start(thread, label);
        return thread;
    }

    /**
     * {@link Thread.Builder#unstarted(Runnable)}.
     *
     * @param builder of the thread
     * @param body of the thread
     * @param label the place
     * @return the thread
     */
    public static Thread unstarted(Thread.Builder builder, Runnable body, String label) {
        Runnable wrapped = wrap(body);
        return builder.unstarted(wrapped == null ? body : wrapped);
    }

    /**
     * {@link Thread.Builder#factory()}.
     *
     * @param builder of the threads
     * @param label the place
     * @return a factory
     */
    public static ThreadFactory factory(Thread.Builder builder, String label) {
        ThreadFactory inner = builder.factory();
        return body -> {
            Runnable wrapped = wrap(body);
            return inner.newThread(wrapped == null ? body : wrapped);
        };
    }

    /**
     * {@link Thread#join()}.
     *
     * @param thread which
     * @param label the place
     * @throws InterruptedException if interrupted
     */
    public static void join(Thread thread, String label) throws InterruptedException {
        joinNanos(thread, 0, label);
    }

    /**
     * {@link Thread#join(long)}.
     *
     * @param thread which
     * @param millis how long
     * @param label the place
     * @throws InterruptedException if interrupted
     */
    public static void join(Thread thread, long millis, String label) throws InterruptedException {
        joinNanos(thread, TimeUnit.MILLISECONDS.toNanos(millis), label);
    }

    /**
     * {@link Thread#join(long, int)}.
     *
     * @param thread which
     * @param millis how long
     * @param nanos and how much longer
     * @param label the place
     * @throws InterruptedException if interrupted
     */
    public static void join(Thread thread, long millis, int nanos, String label) throws InterruptedException {
        joinNanos(thread, TimeUnit.MILLISECONDS.toNanos(millis) + nanos, label);
    }

    /**
     * {@link Thread#join(Duration)}.
     *
     * @param thread which
     * @param time how long
     * @param label the place
     * @return whether it has ended
     * @throws InterruptedException if interrupted
     */
    public static boolean join(Thread thread, Duration time, String label) throws InterruptedException {
        return joinNanos(thread, Math.max(1, time.toNanos()), label);
    }

    private static boolean joinNanos(Thread thread, long nanos, String label) throws InterruptedException {
        Participant me = Callers.me();
        return me == null || me.run().threads().join(me, thread, nanos, label);
    }

    /**
     * {@link Thread#interrupt()}.
     *
     * @param thread which
     * @param label the place
     */
    public static void interrupt(Thread thread, String label) {
        Participant me = Callers.me();
        if (me == null) {
            thread.interrupt();
        } else {
            me.run().threads().interrupt(me, thread, label);
        }
    }

    /**
     * {@link Thread#interrupted()}.
     *
     * @param label the place
     * @return whether the calling thread was interrupted
     */
    public static boolean interrupted(String label) {
        Participant me = Callers.me();
        return me != null && me.run().threads().interrupted(me, Thread.currentThread(), true, label);
    }

    /**
     * {@link Thread#isInterrupted()}.
     *
     * @param thread which
     * @param label the place
     * @return whether it was interrupted
     */
    public static boolean isInterrupted(Thread thread, String label) {
        Participant me = Callers.me();
        return me != null && me.run().threads().interrupted(me, thread, false, label);
    }

    /**
     * {@link Thread#isAlive()}.
     *
     * @param thread which
     * @param label the place
     * @return whether it has started and not ended
     */
    public static boolean isAlive(Thread thread, String label) {
        Participant me = Callers.me();
        return me == null ? thread.isAlive() : me.run().threads().alive(me, thread, label);
    }

    /**
     * {@link Thread#getState()}.
     *
     * @param thread which
     * @param label the place
     * @return its state
     */
    public static Thread.State getState(Thread thread, String label) {
        Participant me = label.isEmpty() ? null : Callers.me();
        return me == null ? thread.getState() : me.run().threads().state(me, thread, label);
    }
}
