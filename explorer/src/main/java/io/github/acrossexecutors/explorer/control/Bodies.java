package io.github.acrossexecutors.explorer.control;

import io.github.acrossexecutors.explorer.trace.Deed;
import java.lang.Thread.UncaughtExceptionHandler;

/**
 * What the threads of a schedule run. What leaves the body of one that the subject started goes to the handler that the
 * subject gave it or its group, called while it has the turn, as in Java. Where nobody handles it, it is a finding.
 */
final class Bodies {

    private Bodies() {}

    /** Play a participant's part, from its first turn to its end; called on its thread. */
    static void play(Participant me, Play.Body body) {
        Run run = me.run;
        try {
            run.enter(me);
            body.run();
        } catch (Stop stop) {
            // the schedule has ended
        } catch (Throwable thrown) {
            run.history().note(me, Deed.THROW, me.label, null).value(thrown.toString());
            run.finish(End.of(me.index, thrown, false));
        } finally {
            run.leave(me);
        }
    }

    /** Run the body of a thread that the subject started. */
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
