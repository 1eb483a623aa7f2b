package koans.c06_queues;

import static koans.kit.Eventually.becomesTrue;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import koans.kit.Attempt;
import koans.kit.Attempt.Standing;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.Seen;

@Koan
class K0601BuildABlockingQueueTest {

    private static final int THREADS = 20;
    private final K0601BuildABlockingQueue<Integer> queue = new K0601BuildABlockingQueue<>(1);
    private final Queue<String> out = new ConcurrentLinkedQueue<>();

    @Guarantee(1)
    void itemsComeOutInOrder(Seen seen) throws InterruptedException {
        K0601BuildABlockingQueue<String> wide = new K0601BuildABlockingQueue<>(3);
        for (String item : List.of("one", "two", "three")) {
            wide.put(item);
        }
        List<String> taken = List.of(wide.take(), wide.take(), wide.take());
        assertThat(taken).withFailMessage(seen.as("order", taken)).containsExactly("one", "two", "three");
    }

    @Guarantee(1)
    void thereAreNeverMoreThanTheCapacity(Seen seen) throws InterruptedException {
        queue.put(0);
        List<Attempt<?>> putters = List.of(puts(1), puts(2));
        putters.forEach(Attempt::stands);
        queue.take();
        long done = doneAmong(putters, 1);
        assertThat(List.of(done, (long) queue.size()))
                .withFailMessage(seen.as("overfull", 1, done, queue.size()))
                .containsOnly(1L);
        queue.take();
        doneAmong(putters, 2);
    }

    @Guarantee(2)
    void whoMustWaitWaitsAndGoesOnWhenItMay(Seen seen) throws InterruptedException {
        Attempt<Integer> taker = takes();
        waits("A thread that took from an empty queue", taker, "empty", seen);
        queue.put(1);
        assertThat(taker.ends()).withFailMessage(seen.as("asleep", "A taker")).isTrue();
        queue.put(2);
        Attempt<Integer> putter = puts(3);
        waits("A thread that put into a full queue", putter, "full", seen);
        queue.take();
        assertThat(putter.ends()).withFailMessage(seen.as("asleep", "A putter")).isTrue();
    }

    private static void waits(String who, Attempt<Integer> attempt, String what, Seen seen) {
        Standing standing = attempt.stands();
        assertThat(standing).withFailMessage(seen.as("went", who, what)).isNotEqualTo(Standing.DONE);
        assertThat(standing).withFailMessage(seen.as("costs", who, standing)).isEqualTo(Standing.WAITING);
    }

    @Guarantee(3)
    void oneItemIsTakenOnce(Seen seen) throws InterruptedException {
        List<Attempt<?>> takers = List.of(takes(), takes());
        takers.forEach(Attempt::stands);
        queue.put(7);
        assertThat(doneAmong(takers, 1)).withFailMessage(seen.as("nothing", out.size(), out)).isEqualTo(1);
        queue.put(8);
        doneAmong(takers, 2);
    }

    @Guarantee(4)
    void theMonitorOfTheQueueGuardsIt(Seen seen) throws InterruptedException {
        Attempt<Integer> other;
        synchronized (queue) {
            other = puts(1);
            assertThat(other.stands()).withFailMessage(seen.as("another")).isNotEqualTo(Standing.DONE);
        }
        other.ends();
    }

    @Guarantee(5)
    void nobodySleepsWhileThereIsSomethingToDo(Seen seen) {
        List<Attempt<?>> takers = List.of(takes(), takes());
        takers.forEach(Attempt::stands);
        Attempt<Integer> putter = Attempt.at("putter", () -> {
            synchronized (queue) { // so that nobody comes in between
                queue.put(1);
                queue.put(2);
                return 2;
            }
        });
        long done = doneAmong(List.of(takers.get(0), takers.get(1), putter), 3);
        assertThat(done).withFailMessage(seen.as("lost", out.size(), queue.size())).isEqualTo(3);
    }

    @Guarantee(6)
    void whatGoesInComesOut(Seen seen) {
        List<Attempt<?>> all = new ArrayList<>();
        for (int item = 0; item < THREADS; item++) {
            all.addAll(List.of(takes(), puts(item)));
        }
        doneAmong(all, 2 * THREADS);
        long different = out.stream().distinct().count();
        assertThat(List.of(out.size(), (int) different))
                .withFailMessage(seen.as("others", THREADS, different, out.size()))
                .containsOnly(THREADS);
    }

    @Guarantee(7)
    void whoIsInterruptedComesBack(Seen seen) throws InterruptedException {
        Attempt<Integer> taker = takes();
        taker.stands();
        taker.interrupt();
        taker.ends();
        assertThat(out).withFailMessage(seen.as("deaf", out)).containsExactly("InterruptedException");
    }

    private Attempt<Integer> takes() {
        return Attempt.at("taker", () -> {
            try {
                out.add(String.valueOf(queue.take()));
            } catch (InterruptedException | NoSuchElementException | IndexOutOfBoundsException e) {
                out.add(e.getClass().getSimpleName());
            }
            return 1;
        });
    }

    private Attempt<Integer> puts(int item) {
        return Attempt.at("putter", () -> {
            queue.put(item);
            return item;
        });
    }

    /** How many have ended, once as many have as should, or three seconds are over. */
    private static long doneAmong(List<Attempt<?>> attempts, int expected) {
        LongSupplier done = () -> attempts.stream().filter(one -> one.stands() == Standing.DONE).count();
        becomesTrue(Duration.ofSeconds(3), () -> done.getAsLong() >= expected);
        return done.getAsLong();
    }
}
