package koans.kit;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Notes the threads that died of an exception while a test body ran: JUnit sees none of them, and the test would stay
 * green.
 *
 * <p>It stands in as the default handler, the only one that hears of virtual threads too. Tests of koans run one after
 * another, so every death belongs to the body that runs. Written by dying threads, read by JUnit's: all under the
 * monitor of {@code deaths}.
 */
final class DeadThreads implements AutoCloseable {

    record Death(String thread, Throwable cause) {}

    private final @Nullable UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private final List<Death> deaths = new ArrayList<>();

    DeadThreads() {
        Thread.setDefaultUncaughtExceptionHandler(this::note);
    }

    private void note(Thread thread, Throwable cause) {
        synchronized (deaths) {
            deaths.add(new Death(thread.getName(), cause));
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
