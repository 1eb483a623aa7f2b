package io.github.acrossexecutors.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The threads that a body starts by itself: what killed them, and which outlive it.
 *
 * <p>While a body runs, an inheritable thread-local of its thread points here. Every thread made meanwhile inherits it,
 * virtual ones too, so that the JVM's default handler of uncaught exceptions knows whose thread has died; exceptions of
 * all other threads go on to the handler that was there before. Threads made without inheritable thread-locals, or with
 * a handler of their own, stay unseen.
 *
 * <p>Which threads outlive the body can be told of platform threads only, and while other tests run beside this one
 * theirs cannot be told apart from its own: it is a note, never a verdict.
 */
public final class BodyThreads {

    private static final Set<String> JVM_GROUPS = Set.of("system", "CarrierThreads", "InnocuousThreadGroup");
    private static final ForkJoinPool COMMON_POOL = ForkJoinPool.commonPool();

    private static final InheritableThreadLocal<@Nullable BodyThreads> CURRENT = new InheritableThreadLocal<>() {
        @Override
        protected @Nullable BodyThreads childValue(@Nullable BodyThreads parent) {
            if (parent != null) {
                parent.madeThreads = true;
            }
            return parent;
        }
    };

    private final long firstId = new Thread(() -> {}).getId();
    private final Queue<Death> deaths = new ConcurrentLinkedQueue<>();
    /** Written by any thread of the body, read by the caller once the tasks have ended. */
    private volatile boolean madeThreads;
    /** Guarded by this object's monitor; a thread that dies later is somebody else's again. */
    private boolean closed;

    /** Begin to watch; the first call in a JVM puts the handler in place, for good. */
    public BodyThreads() {
        UncaughtExceptions.listen();
    }

    /** Execute a body so that the threads it starts are known as its own. */
    void watch(TaskBody body, int task) throws Throwable {
        BodyThreads outer = CURRENT.get();
        CURRENT.set(this);
        try {
            body.execute(task);
        } finally {
            // A subtask that its executor runs on the submitting thread is nested in the body that submitted it.
            CURRENT.set(outer);
        }
    }

    /** Whose body the current thread was started by. */
    static @Nullable BodyThreads ofCurrentThread() {
        return CURRENT.get();
    }

    /**
     * Take note of a thread's death; false if nobody wants to know any more. A death is either seen by the last {@link
     * #takeDeaths} after {@link #close} or refused here, never lost between the two.
     */
    synchronized boolean died(Thread thread, Throwable cause) {
        return !closed && deaths.add(new Death(TaskRun.nameOf(thread), cause));
    }

    /**
     * Take what killed threads that the body had started, since the last call.
     *
     * @return one entry per thread
     */
    public List<Death> takeDeaths() {
        List<Death> taken = new ArrayList<>();
        for (Death death = deaths.poll(); death != null; death = deaths.poll()) {
            taken.add(death);
        }
        return taken;
    }

    /**
     * Stop watching, and tell which threads were started meanwhile and still live.
     *
     * @param isWorker says which threads belong to a model
     * @return their names
     */
    public List<String> close(Predicate<Thread> isWorker) {
        synchronized (this) {
            closed = true;
        }
        if (!madeThreads) {
            return List.of();
        }
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getId() > firstId && !isWorker.test(thread) && !isTheJvms(thread))
                .map(TaskRun::nameOf)
                .sorted()
                .toList();
    }

    /** Whether the JVM keeps the thread for itself: carriers of virtual threads and their like, or the common pool. */
    private static boolean isTheJvms(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        boolean jvmsGroup = group != null && JVM_GROUPS.contains(group.getName());
        return jvmsGroup || (thread instanceof ForkJoinWorkerThread worker && COMMON_POOL.equals(worker.getPool()));
    }

    /**
     * The end of a thread that a body had started.
     *
     * @param thread its name
     * @param cause what it threw
     */
    public record Death(String thread, Throwable cause) {}
}
