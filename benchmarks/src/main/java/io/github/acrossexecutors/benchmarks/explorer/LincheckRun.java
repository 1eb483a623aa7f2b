package io.github.acrossexecutors.benchmarks.explorer;

import java.util.ArrayList;
import java.util.List;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jspecify.annotations.Nullable;

/**
 * Hands one scenario to Lincheck in this JVM, as a user would write it: threads that are started and joined, then the
 * checks. Prints one line: a {@link Seen}.
 */
final class LincheckRun {

    /**
     * Where Lincheck finds the scenario: on JDK 25 it does not take an object for shared that only the {@code Runnable} of a
     * thread refers to, and passes broken code.
     */
    @SuppressWarnings("UnusedVariable")
    private static volatile @Nullable Object shared;

    private LincheckRun() {}

    /** The argument: the scenario's binary name. */
    public static void main(String[] arguments) throws Throwable {
        Scenario scenario = Scenario.of(Class.forName(arguments[0], false, LincheckRun.class.getClassLoader()));
        long start = System.nanoTime();
        Seen seen = look(scenario, start);
        System.out.println(seen.line());
        System.out.flush();
        // Threads that are stuck need not be waited for.
        Runtime.getRuntime().halt(0);
    }

    private static Seen look(Scenario scenario, long startNanos) {
        try {
            Lincheck.runConcurrentTest(() -> once(scenario));
            return seen(Result.PASSED, startNanos, "");
        } catch (LincheckAssertionError e) {
            return seen(Result.BROKEN, startNanos, String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            return seen(Result.FAILED, startNanos, e.toString());
        }
    }

    private static Seen seen(Result result, long startNanos, String message) {
        return new Seen(result, (System.nanoTime() - startNanos) / 1_000_000, 0, message);
    }

    private static void once(Scenario scenario) {
        Object fresh = scenario.maker.fresh();
        shared = fresh;
        @Nullable Exception[] thrown = new Exception[1];
        List<Thread> threads = new ArrayList<>();
        for (Scenario.Act actor : scenario.actors) {
            threads.add(new Thread(() -> {
                try {
                    actor.on(fresh);
                } catch (Exception e) {
                    thrown[0] = e;
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            join(thread);
        }
        if (thrown[0] != null) {
            throw new AssertionError("an actor threw", thrown[0]);
        }
        for (Scenario.Act check : scenario.checks) {
            perform(check, fresh);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void perform(Scenario.Act check, Object scenario) {
        try {
            check.on(scenario);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
