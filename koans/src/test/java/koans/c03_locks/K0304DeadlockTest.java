package koans.c03_locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.stream.Stream;
import koans.api.Seam;
import koans.c03_locks.K0304Deadlock.Account;
import koans.kit.Guarantee;
import koans.kit.Interleaving;
import koans.kit.Interleaving.Second;
import koans.kit.Koan;
import koans.kit.LockWatch;
import koans.kit.Seen;

@Koan
class K0304DeadlockTest {

    private final LockWatch watch = new LockWatch();
    private Seam whenRead = () -> {};
    private final List<List<String>> heldAtEachTouch = new CopyOnWriteArrayList<>();
    private final Watched seven = new Watched(7, 100);
    private final Watched three = new Watched(3, 20);
    private final Watched five = new Watched(5, 60);

    @Guarantee(1)
    void aTransferMovesTheAmountOrNothing(Seen seen) {
        transfers(seen, 30, true, 70, 50);
        transfers(seen, 101, false, 100, 20);
        transfers(seen, 100, true, 0, 120);
    }

    private void transfers(Seen seen, long amount, boolean answer, long left, long arrived) {
        Watched from = new Watched(1, 100);
        Watched to = new Watched(2, 20);
        boolean answered = K0304Deadlock.transfer(from, to, amount);

        assertThat(List.of(answered, from.balance, to.balance))
                .withFailMessage(seen.as("moved", amount, answered, from.balance, to.balance, answer, left, arrived))
                .isEqualTo(List.of(answer, left, arrived));
    }

    @Guarantee(1)
    void aTransferToItselfChangesNothing(Seen seen) {
        boolean answered = K0304Deadlock.transfer(seven, seven, 30);
        assertThat(List.of(answered, seven.balance))
                .withFailMessage(seen.as("itself", answered, seven.balance))
                .isEqualTo(List.of(true, 100L));
    }

    @Guarantee(2)
    void aBalanceIsTouchedUnderBothLocks(Seen seen) {
        K0304Deadlock.transfer(seven, three, 30);
        K0304Deadlock.transfer(three, seven, 500);
        List<String> both = List.of(seven.name, three.name);
        for (List<String> held : heldAtEachTouch) {
            assertThat(held).withFailMessage(seen.as("without", held, both)).isEqualTo(both);
        }
    }

    @Guarantee(3)
    void bothLocksAreFreeAfterwards(Seen seen) {
        for (long amount : new long[] {30, 500}) {
            boolean answered = K0304Deadlock.transfer(seven, three, amount);

            assertThat(watch.taken()).withFailMessage(seen.as("kept", answered, watch.taken())).isEmpty();
        }
        whenRead = () -> {
            throw new IllegalStateException("this account is closed");
        };
        for (List<Watched> way : List.of(List.of(seven, three), List.of(three, seven))) {
            catchThrowable(() -> K0304Deadlock.transfer(way.getFirst(), way.getLast(), 5));

            assertThat(watch.taken()).withFailMessage(seen.as("leaked", watch.taken())).isEmpty();
        }
    }

    @Guarantee(4)
    void noTransfersCanWaitInACircle(Seen seen) {
        List<Watched> accounts = List.of(seven, three, five);
        accounts.forEach(from -> accounts.forEach(to -> K0304Deadlock.transfer(from, to, 1)));

        List<String> circle = accounts.stream()
                .map(account -> circle(List.of(account.name)))
                .filter(found -> !found.isEmpty())
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());

        assertThat(circle).withFailMessage(seen.as("circle", String.join(", then of ", circle))).isEmpty();
    }

    /** Follows who was asked for while whom was held, until the way comes back to where it began. */
    private List<String> circle(List<String> way) {
        return watch.asked().stream()
                .filter(step -> step.held().equals(way.getLast()))
                .filter(step -> !way.contains(step.asked()) || step.asked().equals(way.getFirst()))
                .map(step -> Stream.concat(way.stream(), Stream.of(step.asked())).toList())
                .map(next -> next.getLast().equals(next.getFirst()) ? next : circle(next))
                .filter(found -> !found.isEmpty())
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of());
    }

    @Guarantee(5)
    void aTransferBetweenOthersIsNotHeldUp(Seen seen) throws InterruptedException {
        Interleaving seam = Interleaving.holding(1, Duration.ofSeconds(2));
        whenRead = seam;
        Watched four = new Watched(4, 40);

        Second other = seam.run(
                () -> K0304Deadlock.transfer(seven, three, 30), //
                () -> K0304Deadlock.transfer(five, four, 30));
        assertThat(other).withFailMessage(seen.as("heldUp", other)).isEqualTo(Second.WENT_THROUGH);
    }

    private final class Watched implements Account {

        private final int number;
        private final String name;
        private final Lock lock;
        private long balance;

        Watched(int number, long balance) {
            this.number = number;
            this.name = "account " + number;
            this.lock = watch.lock(name);
            this.balance = balance;
        }

        @Override public int number() { return number; }

        @Override public Lock lock() { return lock; }

        @Override public long balance() {
            heldAtEachTouch.add(watch.mine());
            whenRead.pass();
            return balance;
        }

        @Override public void setBalance(long balance) {
            heldAtEachTouch.add(watch.mine());
            this.balance = balance;
        }
    }
}
