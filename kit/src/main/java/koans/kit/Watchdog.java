package koans.kit;

import io.github.acrossexecutors.diagnosis.Diagnosis;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;

/**
 * Runs a test body on a daemon thread of its own and gives up on it at a deadline, or as soon as nothing can move any more.
 *
 * <p>The body's thread stands in a thread group of its own, and platform threads inherit the group of the thread that
 * makes them: so the group tells which threads the body started. At the deadline they are described first, then
 * interrupted, then given {@link #GRACE} to end; the description must come first because an interrupt moves them. Last,
 * the processes are ended that the body has left.
 *
 * @param deadline how long a body may take
 * @param subject the simple name of the learner's class
 */
record Watchdog(Duration deadline, String subject) {

    /** System property for the deadline, in seconds. */
    static final String DEADLINE_PROPERTY = "koans.deadline.seconds";

    private static final String DEFAULT_SECONDS = "5";
    private static final int MOST_SECONDS = 3_600;
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration GRACE = Duration.ofMillis(250);

    Watchdog {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("The deadline is " + deadline + ", expected more than nothing.");
        }
    }

    static Watchdog fromSettings(String subject) {
        String seconds = System.getProperty(DEADLINE_PROPERTY, DEFAULT_SECONDS);
        if (!seconds.matches("\\d{1,4}") || Integer.parseInt(seconds) < 1 || Integer.parseInt(seconds) > MOST_SECONDS) {
            throw new IllegalArgumentException("System property " + DEADLINE_PROPERTY + " is '" + seconds
                    + "', expected a whole number from 1 to " + MOST_SECONDS + ".");
        }
        return new Watchdog(Duration.ofSeconds(Integer.parseInt(seconds)), subject);
    }

    void run(String name, Executable body) throws Throwable {
        ThreadGroup group = new Stillness.BodyGroup(name);
        FutureTask<@Nullable Throwable> task = new FutureTask<>(() -> failureOf(body));
        Thread thread = new Thread(group, task, name);
        thread.setDaemon(true);
        LeftProcesses processes = new LeftProcesses();
        try (DeadThreads deadThreads = new DeadThreads(group)) {
            thread.start();
            Waiting waiting = new Waiting(thread);
            boolean ended = waiting.untilItEnds();
            // Those that die later die of our own interrupt.
            DeadThreads.Deaths deaths = deadThreads.soFar();
            deaths.report(Optional.ofNullable(ended ? result(task) : hung(thread, group, waiting.whyNot())));
        } catch (InterruptedException e) {
            group.interrupt();
            throw e;
        } finally {
            processes.end(group);
        }
    }

    private static @Nullable Throwable failureOf(Executable body) {
        try {
            body.execute();
            return null;
        } catch (Throwable failure) {
            return failure;
        }
    }

    private static @Nullable Throwable result(FutureTask<@Nullable Throwable> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    /** JUnit's thread waits for the body, and looks meanwhile whether anything moves. */
    private final class Waiting {

        private final Thread body;
        private final Stillness stillness = new Stillness();
        private final long end = KitClock.nanos() + deadline.toNanos();
        private boolean still;

        Waiting(Thread body) {
            this.body = body;
        }

        boolean untilItEnds() throws InterruptedException {
            while (!body.join(LOOK)) {
                if (end - KitClock.nanos() <= 0) {
                    return false;
                }
                still = stillness.look(body);
                if (still) {
                    KitClock.leap(end);
                }
            }
            return true;
        }

        String whyNot() {
            return still
                    ? "Nothing moves any more, so the test was stopped.\n"
                    : "Not done after " + seconds() + " s, so the test was stopped.\n";
        }
    }

    private AssertionError hung(Thread body, ThreadGroup group, String why) throws InterruptedException {
        StackTraceElement[] trace = body.getStackTrace();
        List<Thread> threads = alive(group);
        String stuck = Diagnosis.of(threads);
        group.interrupt();
        List<Thread> survivors = survivorsOf(threads);
        StringBuilder message = new StringBuilder(why);
        learnersLine(trace, threads)
                .ifPresent(line ->
                        message.append("Your code hangs at ").append(line).append(".\n"));
        message.append(stuck);
        if (!survivors.isEmpty()) {
            message.append("\nStill alive after an interrupt: ")
                    .append(names(survivors))
                    .append('.');
        }
        AssertionError error = new AssertionError(message.toString());
        error.setStackTrace(trace);
        return error;
    }

    /** The learner's line: where the body stands in it, else where a thread it started does. */
    private Optional<StackTraceElement> learnersLine(StackTraceElement[] body, List<Thread> threads) {
        return learnersFrame(body)
                .or(() -> threads.stream()
                        .flatMap(thread -> learnersFrame(thread.getStackTrace()).stream())
                        .findFirst());
    }

    private Optional<StackTraceElement> learnersFrame(StackTraceElement[] trace) {
        return Arrays.stream(trace)
                .filter(frame -> (subject + ".java").equals(frame.getFileName()))
                .findFirst();
    }

    private static List<Thread> alive(ThreadGroup group) {
        Thread[] threads = new Thread[group.activeCount() * 2 + 16];
        int count = group.enumerate(threads, true);
        return List.of(Arrays.copyOf(threads, count));
    }

    private static List<Thread> survivorsOf(List<Thread> threads) throws InterruptedException {
        long end = System.nanoTime() + GRACE.toNanos();
        for (Thread thread : threads) {
            long left = end - System.nanoTime();
            if (left > 0) {
                thread.join(Duration.ofNanos(left));
            }
        }
        return threads.stream().filter(Thread::isAlive).toList();
    }

    private static String names(List<Thread> threads) {
        return threads.stream().map(Thread::getName).collect(Collectors.joining(", "));
    }

    private String seconds() {
        return String.valueOf(deadline.toMillis() / 1000.0).replaceFirst("\\.0$", "");
    }
}
