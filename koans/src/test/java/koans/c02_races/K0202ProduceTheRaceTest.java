package koans.c02_races;

import static java.util.concurrent.TimeUnit.SECONDS;
import static koans.kit.Eventually.becomesTrue;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Thread.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.Seen;

@Koan
class K0202ProduceTheRaceTest {

    private static final List<String> ORDERS = List.of("1122", "1212", "1221", "2112", "2121", "2211");

    @Guarantee(1)
    void oneOfTwoIncrementsIsLost(Seen seen) throws InterruptedException {
        String script = K0202ProduceTheRace.lost();

        assertThat(isFor(1, script)).withFailMessage(seen.as("script", script)).isTrue();
        Run run = new Run(1, null).follow(script);
        assertThat(run.value)
                .withFailMessage(seen.as("value", script, run.told(), run.value))
                .isEqualTo(1);
    }

    @Guarantee(2)
    void twoOfSixIncrementsAreLeft(Seen seen) throws InterruptedException {
        String script = K0202ProduceTheRace.worst();

        assertThat(isFor(3, script)).withFailMessage(seen.as("script", script)).isTrue();
        Run run = new Run(3, null).follow(script);
        assertThat(run.value)
                .withFailMessage(seen.as("value", script, run.told(), run.value))
                .isEqualTo(2);
    }

    @Guarantee(3)
    void theOrdersThatALockLeavesOpen(Seen seen) throws InterruptedException {
        Set<String> said = new TreeSet<>(K0202ProduceTheRace.open());
        Set<String> possible = new TreeSet<>();
        for (String script : ORDERS) {
            if (new Run(1, new Object()).follow(script).wentThrough()) {
                possible.add(script);
            }
        }

        assertThat(possible)
                .withFailMessage(seen.as("forbidden", without(said, possible)))
                .containsAll(said);
        assertThat(said)
                .withFailMessage(seen.as("missing", without(possible, said)))
                .containsAll(possible);
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }

    private static boolean isFor(int increments, String script) {
        return script != null
                && script.matches("[12]+")
                && script.chars().filter(turn -> turn == '1').count() == 2 * increments
                && script.length() == 4 * increments;
    }

    /** Two threads that take a step each time they are given a turn; a step under a lock may have to wait. */
    private static final class Run {

        private final List<Thread> threads = new ArrayList<>();
        private final List<Semaphore> turns = List.of(new Semaphore(0), new Semaphore(0));
        private final Semaphore taken = new Semaphore(0);
        private final List<String> steps = new CopyOnWriteArrayList<>();
        private boolean held;

        // Written by the thread whose turn it is; the semaphores hand it from one to the other.
        private int value;

        Run(int increments, Object lock) {
            for (int thread = 1; thread <= 2; thread++) {
                int number = thread;
                threads.add(Thread.ofPlatform().daemon().name("thread " + number).start(() -> {
                    for (int i = 0; i < increments; i++) {
                        increment(number, lock);
                    }
                }));
            }
        }

        private void increment(int number, Object lock) {
            turns.get(number - 1).acquireUninterruptibly();
            synchronized (lock == null ? new Object() : lock) {
                int read = value;
                step(number + " reads " + read);
                turns.get(number - 1).acquireUninterruptibly();
                value = read + 1;
                step(number + " writes " + value);
            }
        }

        private void step(String step) {
            steps.add(step);
            taken.release();
        }

        Run follow(String script) throws InterruptedException {
            for (char turn : script.toCharArray()) {
                int index = turn - '1';
                turns.get(index).release();
                becomesTrue(Duration.ofSeconds(2), () -> taken.availablePermits() > 0 || isKeptOut(index));
                held |= !taken.tryAcquire();
            }
            turns.forEach(turn -> turn.release(script.length()));
            for (Thread thread : threads) {
                thread.join(SECONDS.toMillis(2));
            }
            return this;
        }

        /** Blocked by one who waits for a turn in the lock; one who is just leaving it keeps nobody out. */
        private boolean isKeptOut(int index) {
            return threads.get(index).getState() == State.BLOCKED
                    && threads.get(1 - index).getState() == State.WAITING;
        }

        boolean wentThrough() {
            return !held;
        }

        String told() {
            return String.join(", ", steps);
        }
    }
}
