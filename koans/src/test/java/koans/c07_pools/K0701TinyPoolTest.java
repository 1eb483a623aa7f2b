package koans.c07_pools;

import static koans.kit.Eventually.becomesTrue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.lang.Thread.State;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import koans.kit.Aside;
import koans.kit.Guarantee;
import koans.kit.Hold;
import koans.kit.Koan;
import koans.kit.Rules;
import koans.kit.Seen;
import org.junit.jupiter.api.AfterEach;

@Koan
class K0701TinyPoolTest {

    private static final Duration TO_END = Duration.ofSeconds(1);
    private final Hold hold = new Hold();
    private K0701TinyPool pool;

    @AfterEach
    void closeThePool() {
        hold.letGo();
        closing().ends();
    }

    @Guarantee(1)
    void fourWorkersRunSixteenTasks(Seen seen) {
        pool = new K0701TinyPool(4);
        Aside handing = Aside.run(() -> handOver(16, task -> hold.stay()));
        hold.holds(4);
        int atOnce = hold.standing();
        hold.letGo();
        hold.letThrough(16);
        int threads = hold.threads().size();
        assertThat(List.of(atOnce, threads)).withFailMessage(seen.as("peak", 16, 4, atOnce, threads)).containsOnly(4);
    }

    @Guarantee(2)
    void tasksAreTakenAtOnceAndBegunInTheirOrder(Seen seen) {
        pool = new K0701TinyPool(1);
        handOver(1, task -> hold.stay());
        ConcurrentLinkedQueue<Integer> begun = new ConcurrentLinkedQueue<>();
        Aside handing = Aside.run(() -> handOver(20, begun::add) + handOver(5_000, task -> {}));
        Object outcome = handing.ends() ? handing.outcome() : "nothing";
        assertThat(outcome).withFailMessage(seen.as("waited", 5_020, outcome)).isEqualTo("handed over".repeat(2));
        hold.letGo();
        becomesTrue(TO_END, () -> begun.size() == 20);
        assertThat(List.copyOf(begun)).withFailMessage(seen.as("order", 19, begun)).hasSize(20).isSorted();
    }

    @Guarantee(3)
    void aTaskThatThrowsCostsNoWorker(Seen seen) {
        pool = new K0701TinyPool(2);
        Set<Thread> before = workersThatMeet(new Hold());
        handOver(4, task -> fail("thrown by a task of the test, as it should be"));
        Set<Thread> after = workersThatMeet(hold);
        assertThat(after).withFailMessage(seen.as("dead", 2, 4, after.size())).isEqualTo(before);
    }

    private Set<Thread> workersThatMeet(Hold place) {
        handOver(2, task -> place.stay());
        place.holds(2);
        place.letGo();
        return place.threads();
    }

    @Guarantee(4)
    void closingWaitsForAllTasksAndWorkers(Seen seen) {
        pool = new K0701TinyPool(4);
        Hold last = new Hold();
        handOver(12, task -> (task < 8 ? hold : last).stay());
        hold.holds(4);
        // At first tasks still lie in the queue, then all are being run.
        Aside closing = closing();
        boolean early = endsOrWaits(closing);
        hold.letGo();
        last.holds(4);
        early |= endsOrWaits(closing);
        last.letGo();
        boolean ends = closing.ends();
        int through = hold.through() + last.through();
        assertThat(ends).withFailMessage(seen.as("stuck", through, 12)).isTrue();
        assertThat(!early && through == 12)
                .withFailMessage(seen.as("undone", 12, through, hold.interrupted() + last.interrupted()))
                .isTrue();
        becomesTrue(TO_END, () -> alive() == 0);
        assertThat(alive()).withFailMessage(seen.as("left", alive(), 4)).isZero();
    }

    private static boolean endsOrWaits(Aside closing) {
        becomesTrue(TO_END, () -> closing.hasEnded() || closing.thread().getState() == State.WAITING);
        return closing.hasEnded();
    }

    private long alive() {
        return hold.threads().stream().filter(Thread::isAlive).count();
    }

    @Guarantee(5)
    void aClosedPoolRefuses(Seen seen) {
        pool = new K0701TinyPool(1);
        closing().ends();
        Aside late = Aside.run(() -> handOver(1, task -> hold.stay()));
        late.ends();
        assertThat(late.thrown())
                .withFailMessage(seen.as("taken", late.thrown()))
                .isInstanceOf(RejectedExecutionException.class);
    }

    @Guarantee(6)
    void anIdleWorkerStandsStill(Seen seen) {
        pool = new K0701TinyPool(1);
        hold.letGo();
        handOver(1, task -> hold.stay());
        hold.letThrough(1);
        Thread worker = hold.threads().iterator().next();
        becomesTrue(TO_END, () -> worker.getState() == State.WAITING);
        assertThat(worker.getState()).withFailMessage(seen.as("busy", worker.getState())).isEqualTo(State.WAITING);
    }

    @Guarantee(7)
    void noExecutorDoesIt(Seen seen, Rules rules) {
        pool = new K0701TinyPool(1);
        rules.mustNotUse(Executor.class, Executors.class).otherwise(seen, "ready");
    }

    private String handOver(int count, IntConsumer task) {
        IntStream.range(0, count).forEach(number -> pool.execute(() -> task.accept(number)));
        return "handed over";
    }

    private Aside closing() {
        return Aside.run(() -> {
            pool.close();
            return "closed";
        });
    }
}
