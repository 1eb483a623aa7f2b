package io.github.acrossexecutors.runner.host;

import io.github.acrossexecutors.runner.link.MethodResult.Failure;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
import koans.api.NotYetWritten;

/**
 * Reads from a throwable what a learner needs: its message, and the lines of their own file and of the test.
 *
 * @param judgedClass fully qualified name of the class under test
 * @param testClass fully qualified name of its test
 */
record Trace(String judgedClass, String testClass) {

    /** So that a result, however it is escaped, fits into a line that the runner takes. */
    private static final int MESSAGE_CHARS = 64 * 1024;

    Failure read(Throwable thrown) {
        Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(thrown, all);
        boolean notYetWritten = all.stream()
                .anyMatch(one -> one instanceof NotYetWritten
                        && one.getStackTrace().length > 0
                        && belongs(one.getStackTrace()[0], judgedClass));
        return new Failure(
                thrown.getClass().getName(),
                cut(String.valueOf(thrown.getMessage()).replace(KoanHost.LOADER + "//", "")),
                lineIn(judgedClass, thrown, all),
                lineIn(testClass, thrown, all),
                notYetWritten);
    }

    /** Whether it was the test that threw, or had something of the kit's throw, and not the code under test or a class beside it. */
    boolean thrownByTheTest(Throwable thrown) {
        String koan = testClass.substring(0, testClass.lastIndexOf('.') + 1);
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(koan))
                .findFirst()
                .filter(frame -> belongs(frame, testClass))
                .isPresent();
    }

    private static String cut(String message) {
        int over = message.length() - MESSAGE_CHARS;
        return over <= 0
                ? message
                : message.substring(0, MESSAGE_CHARS) + "\n(" + over + " more characters are left out)";
    }

    /** Causes and suppressed failures may form a ring: each is visited once. */
    private static void collect(Throwable thrown, Set<Throwable> into) {
        if (!into.add(thrown)) {
            return;
        }
        Throwable cause = thrown.getCause();
        if (cause != null) {
            collect(cause, into);
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            collect(suppressed, into);
        }
    }

    private static int lineIn(String className, Throwable first, Set<Throwable> others) {
        return Stream.concat(Stream.of(first), others.stream())
                .flatMap(one -> Arrays.stream(one.getStackTrace()))
                .filter(frame -> belongs(frame, className) && frame.getLineNumber() > 0)
                .mapToInt(StackTraceElement::getLineNumber)
                .findFirst()
                .orElse(0);
    }

    private static boolean belongs(StackTraceElement frame, String className) {
        return frame.getClassName().equals(className) || frame.getClassName().startsWith(className + "$");
    }
}
