package koans.c01_threads;

import static koans.kit.Eventually.becomesTrue;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Thread.State;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.Seen;

@Koan
class K0109StopFlagTest {

    /** So much CPU time, and then a while in which the compiler had nothing to do: by then it has seen the loop. */
    private static final Duration HOT = Duration.ofMillis(200);

    private static final Duration QUIET = Duration.ofMillis(100);
    private static final Duration AT_MOST = Duration.ofMillis(800);
    /** CPU time, not time: with so much of it a loop that reads the flag has read it many times, however slow the machine. */
    private static final Duration IN_VAIN = Duration.ofMillis(300);

    private static final Duration AT_WORK = Duration.ofMillis(20);
    private static final Duration AMPLE = Duration.ofSeconds(2);
    private static final Set<State> NOT_AT_WORK = Set.of(State.TIMED_WAITING, State.WAITING, State.TERMINATED);

    private final ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
    private final CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    private volatile long compiledMillis = -1;
    private volatile long quietSince;

    private final K0109StopFlag worker = new K0109StopFlag();
    private final FutureTask<Long> work = new FutureTask<>(worker::work);
    private final FutureTask<Boolean> stop = new FutureTask<>(worker::stop, true);

    @Guarantee(1)
    void itCountsWithoutAPauseUntilItIsStopped(Seen seen) throws Throwable {
        Thread thread = started("worker", work);

        AtomicReference<State> state = new AtomicReference<>();
        becomesTrue(AMPLE, () -> {
            state.set(thread.getState()); // a pause may be over at the next look
            return NOT_AT_WORK.contains(state.get()) || hasComputed(thread, AT_WORK);
        });
        started("stopping", stop).join(AMPLE);
        awaitItsEnd(thread);

        long count = work.isDone() ? result(work) : 1; // one that does not stop is the next guarantee's affair
        assertThat(state.get()).withFailMessage(seen.as("idle", state)).isNotIn(NOT_AT_WORK);
        assertThat(count)
                .withFailMessage(seen.as("nothing", AT_WORK.toMillis(), count))
                .isPositive();
    }

    @Guarantee(2)
    void aBusyWorkerStopsWhenItIsAsked(Seen seen) throws Throwable {
        Thread thread = started("worker", work);
        becomesTrue(AT_MOST, () -> !thread.isAlive() || hasComputed(thread, HOT) && theCompilerIsQuiet());

        Thread stopping = started("stopping", stop);

        assertThat(stopping.join(AMPLE))
                .withFailMessage(seen.as("stopWaits", AMPLE.toMillis()))
                .isTrue();
        result(stop);
        awaitItsEnd(thread);
        State state = thread.getState();
        assertThat(state)
                .withFailMessage(seen.as("goesOn", HOT.toMillis(), IN_VAIN.toMillis(), state))
                .isEqualTo(State.TERMINATED);
        result(work);
    }

    @Guarantee(3)
    void aStopBeforeTheWorkIsNotForgotten(Seen seen) throws Throwable {
        worker.stop();

        Thread thread = started("worker", work);

        assertThat(thread.join(AMPLE))
                .withFailMessage(seen.as("forgotten", AMPLE.toMillis()))
                .isTrue();
        result(work);
    }

    @Guarantee(4)
    void everyFieldThatChangesIsSeen(Seen seen) {
        worker.stop();

        List<String> plain = Arrays.stream(K0109StopFlag.class.getDeclaredFields())
                .filter(field -> (field.getModifiers() & (Modifier.FINAL | Modifier.VOLATILE)) == 0)
                .map(field -> "`" + field.getName() + "`")
                .toList();

        assertThat(plain)
                .withFailMessage(seen.as("plain", String.join(", ", plain)))
                .isEmpty();
    }

    private void awaitItsEnd(Thread thread) {
        Duration inVain = Duration.ofNanos(cpu.getThreadCpuTime(thread.threadId())).plus(IN_VAIN);
        becomesTrue(AMPLE, () -> !thread.isAlive() || hasComputed(thread, inVain));
    }

    private boolean hasComputed(Thread thread, Duration atLeast) {
        return cpu.getThreadCpuTime(thread.threadId()) >= atLeast.toNanos();
    }

    private boolean theCompilerIsQuiet() {
        long now = compiler.getTotalCompilationTime();
        if (now != compiledMillis) {
            compiledMillis = now;
            quietSince = System.nanoTime();
        }
        return System.nanoTime() - quietSince >= QUIET.toNanos();
    }

    private static <T> T result(FutureTask<T> task) throws Throwable {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    private static Thread started(String name, Runnable body) {
        return Thread.ofPlatform().name(name).start(body);
    }
}
