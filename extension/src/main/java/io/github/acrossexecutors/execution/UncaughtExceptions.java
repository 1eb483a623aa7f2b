package io.github.acrossexecutors.execution;

import org.jspecify.annotations.Nullable;

/**
 * The JVM's default handler of uncaught exceptions, once it is ours: it tells a body of its dead threads and hands
 * everything else to the handler it found.
 */
final class UncaughtExceptions implements Thread.UncaughtExceptionHandler {

    private final Thread.@Nullable UncaughtExceptionHandler before;

    private UncaughtExceptions(Thread.@Nullable UncaughtExceptionHandler before) {
        this.before = before;
    }

    static synchronized void listen() {
        Thread.UncaughtExceptionHandler now = Thread.getDefaultUncaughtExceptionHandler();
        if (!(now instanceof UncaughtExceptions)) {
            Thread.setDefaultUncaughtExceptionHandler(new UncaughtExceptions(now));
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable cause) {
        BodyThreads body = BodyThreads.ofCurrentThread();
        if (body != null && body.died(thread, cause)) {
            return;
        }
        if (before != null) {
            before.uncaughtException(thread, cause);
        } else {
            System.err.print("Exception in thread \"" + thread.getName() + "\" ");
            cause.printStackTrace();
        }
    }
}
