package koans.kit;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * Notes the threads that died of an exception while a test body ran: JUnit sees none of them, and the test would stay
 * green.
 *
 * <p>It stands in as the default handler, the only one that hears of virtual threads too. Tests of koans run one after
 * another, so a death belongs to the body that runs, unless the thread is in an earlier body's group: that one goes on to
 * the handler from before. Workers of the common pool serve whoever comes, whatever their group. Limits: a virtual thread
 * that an earlier body left behind still counts as this one's, and a pool that bodies share keeps the group of the first.
 * Written by dying threads, read by JUnit's: all under the monitor of {@code deaths}.
 */
final class DeadThreads implements AutoCloseable {

    record Death(String thread, Throwable cause) {}

    private final @Nullable UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private final List<Death> deaths = new ArrayList<>();

    private final ThreadGroup body;

    /** Hear of the threads of the body whose group this is, until closed. */
    DeadThreads(ThreadGroup body) {
        this.body = body;
        Thread.setDefaultUncaughtExceptionHandler(this::died);
    }

    private void died(Thread thread, Throwable cause) {
        if (isOfAnEarlierBody(thread)) {
            passOn(thread, cause);
            return;
        }
        synchronized (deaths) {
            deaths.add(new Death(thread.getName(), cause));
        }
    }

    private boolean isOfAnEarlierBody(Thread thread) {
        return !thread.isVirtual()
                && !servesAll(thread)
                && Stillness.isOfABody(thread)
                && !body.parentOf(thread.getThreadGroup());
    }

    private static boolean servesAll(Thread thread) {
        return thread instanceof ForkJoinWorkerThread worker
                && ForkJoinPool.commonPool().equals(worker.getPool());
    }

    /** As the JVM would, had nobody stood in. */
    private void passOn(Thread thread, Throwable cause) {
        if (before != null) {
            before.uncaughtException(thread, cause);
        } else {
            System.err.print("Exception in thread \"" + thread.getName() + "\" ");
            cause.printStackTrace();
        }
    }

    Deaths soFar() {
        synchronized (deaths) {
            return new Deaths(List.copyOf(deaths));
        }
    }

    /** Who has died, in that order. */
    record Deaths(List<Death> all) {

        /**
         * Fail if the body failed, or hung, or a thread died. A dead thread is the nearer cause, even of a hang: it is told
         * first, and the body's own failure goes with it.
         */
        void report(Optional<Throwable> failure) throws Throwable {
            if (all.isEmpty()) {
                if (failure.isPresent()) {
                    throw failure.get();
                }
                return;
            }
            Death first = all.getFirst();
            AssertionError error = new AssertionError(message(first, failure), first.cause());
            all.stream().skip(1).map(Death::cause).forEach(error::addSuppressed);
            failure.ifPresent(error::addSuppressed);
            throw error;
        }

        private String message(Death death, Optional<Throwable> failure) {
            String name = death.thread().isEmpty() ? "without a name" : "'" + death.thread() + "'";
            String others = all.size() == 1 ? "" : " (the first of " + all.size() + " threads that died)";
            return "The thread " + name + others + " died of " + death.cause()
                    + ". An exception ends its own thread; nobody else hears of it unless the code passes it on."
                    + failure.map(cause -> "\nThen the test saw: " + cause.getMessage())
                            .orElse("");
        }
    }

    @Override
    public void close() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }
}
