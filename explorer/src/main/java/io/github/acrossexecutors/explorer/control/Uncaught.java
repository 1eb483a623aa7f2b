package io.github.acrossexecutors.explorer.control;

import java.lang.Thread.UncaughtExceptionHandler;

/**
 * What leaves the body of a thread that the subject started. A handler that the subject gave the thread, or its group, is
 * called by the thread while it has the turn, and then the thread ends, as in Java. Where nobody handles it, it is a finding.
 */
final class Uncaught {

    private Uncaught() {}

    static void handle(Runnable body) {
        try {
            body.run();
        } catch (Stop stop) {
            throw stop;
        } catch (Throwable thrown) {
            UncaughtExceptionHandler handler = Thread.currentThread().getUncaughtExceptionHandler();
            if (handler.getClass().equals(ThreadGroup.class) || isOurs(thrown)) {
                throw thrown;
            }
            call(handler, thrown);
        }
    }

    private static void call(UncaughtExceptionHandler handler, Throwable thrown) {
        try {
            handler.uncaughtException(Thread.currentThread(), thrown);
        } catch (Stop stop) {
            throw stop;
        } catch (Throwable another) {
            if (isOurs(another)) {
                throw another;
            }
            // else forgotten: Java ignores what a handler throws
        }
    }

    private static boolean isOurs(Throwable thrown) {
        return End.of(Run.STAGE, thrown, false) instanceof End.Uncontrolled;
    }
}
