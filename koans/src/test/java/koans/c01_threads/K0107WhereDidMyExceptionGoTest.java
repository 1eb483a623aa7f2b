package koans.c01_threads;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static koans.kit.Eventually.becomesTrue;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Thread.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import koans.api.NotYetWritten;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.Rules;
import koans.kit.Seen;

@Koan
class K0107WhereDidMyExceptionGoTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final CountDownLatch cameBack = new CountDownLatch(1);
    private int endedByThen;

    @Guarantee(1)
    void theTasksRunAtTheSameTime(Seen seen) throws Exception {
        Runnable task = () -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            becomesTrue(PATIENCE, () -> most.get() == 3);
            running.decrementAndGet();
        };
        K0107WhereDidMyExceptionGo.runAll(List.of(task, task, task));
        assertThat(most).withFailMessage(seen.as("together", 3, most)).hasValue(3);
    }

    @Guarantee(1)
    void theCallComesBackWhenAllHaveEnded(Seen seen) throws Exception {
        Thread caller = Thread.currentThread();
        AtomicReference<State> waits = new AtomicReference<>();
        thrownBy(this::wellAndLate, () -> {
            boolean still = becomesTrue(PATIENCE, () -> caller.getState() == State.WAITING);
            waits.set(still ? State.WAITING : caller.getState());
            ended.incrementAndGet();
        });
        assertThat(endedByThen).withFailMessage(seen.as("early", 2 - endedByThen, 2)).isEqualTo(2);
        assertThat(waits).withFailMessage(seen.as("limit", waits)).hasValue(State.WAITING);
    }

    @Guarantee(2)
    void anExceptionComesToTheCaller(Seen seen) throws Exception {
        comesToTheCaller(new IllegalStateException("the page was empty"), seen);
    }

    @Guarantee(2)
    void anErrorComesToTheCaller(Seen seen) throws Exception {
        comesToTheCaller(new AssertionError("expected 13 pages, seen 12"), seen);
    }

    private void comesToTheCaller(Throwable failure, Seen seen) throws Exception {
        Throwable thrown = thrownBy(() -> failWhen(() -> true, failure));
        assertThat(thrown).withFailMessage(seen.as("silent", failure)).isNotNull();
        assertThat(thrown instanceof ExecutionException && thrown.getCause() == failure)
                .withFailMessage(seen.as("cause", failure, thrown, thrown.getCause()))
                .isTrue();
    }

    @Guarantee(3)
    void aFailureStopsNoOtherTask(Seen seen) throws InterruptedException {
        Runnable failing = () -> failWhen(() -> running.get() == 2, new Error("the page was empty"));
        thrownBy(failing, this::wellAndLate, this::wellAndLate);
        assertThat(endedByThen).withFailMessage(seen.as("others", endedByThen, 2)).isEqualTo(2);
    }

    @Guarantee(4)
    void noFailureIsLost(Seen seen) throws InterruptedException {
        List<Throwable> failures =
                List.of(new IllegalStateException("page 0"), new AssertionError("page 1"), new Error("page 2"));

        Throwable thrown = thrownBy(lastFirst(failures));
        Throwable cause = thrown == null ? null : thrown.getCause();
        List<Throwable> suppressed = thrown == null ? List.of() : List.of(thrown.getSuppressed());
        assertThat(cause == failures.getFirst() && suppressed.equals(failures.subList(1, 3)))
                .withFailMessage(seen.as("lost", failures, cause, suppressed))
                .isTrue();
    }

    @Guarantee(5)
    void threadsMadeByHandDoIt(Seen seen, Rules rules) throws Exception {
        K0107WhereDidMyExceptionGo.runAll(List.of());

        rules.mustNotUse(Executor.class, Future.class, CompletionStage.class).otherwise(seen, "pool");
    }

    /** Tasks of which each throws when the thread of the next one has ended, the last one when it knows the others. */
    private static Runnable[] lastFirst(List<Throwable> failures) {
        Map<Integer, Thread> threads = new ConcurrentHashMap<>();
        return IntStream.range(0, failures.size())
                .<Runnable>mapToObj(place -> () -> {
                    threads.put(place, Thread.currentThread());
                    becomesTrue(PATIENCE, () -> threads.size() == failures.size());
                    Thread next = threads.get(place + 1);
                    failWhen(() -> next == null || !next.isAlive(), failures.get(place));
                })
                .toArray(Runnable[]::new);
    }

    /** Ends long after a call that does not wait for it would have come back; not well, if it is interrupted. */
    private void wellAndLate() {
        running.incrementAndGet();
        try {
            cameBack.await(300, MILLISECONDS);
            ended.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Throwable thrownBy(Runnable... tasks) throws InterruptedException {
        try {
            K0107WhereDidMyExceptionGo.runAll(List.of(tasks));
            return null;
        } catch (NotYetWritten | InterruptedException e) {
            throw e;
        } catch (Throwable thrown) {
            return thrown;
        } finally {
            endedByThen = ended.get();
            cameBack.countDown();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void failWhen(BooleanSupplier condition, Throwable failure) throws T {
        becomesTrue(PATIENCE, condition);
        throw (T) failure;
    }
}
