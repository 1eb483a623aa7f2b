package koans.c03_locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.acrossexecutors.explorer.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import koans.c03_locks.K0304Deadlock.Account;
import koans.kit.EveryOrder;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.LockWatch;
import koans.kit.Seen;

@Koan
class K0304DeadlockTest {

    private final LockWatch watch = new LockWatch();
    private final List<List<String>> heldAtEachTouch = new ArrayList<>();
    private Runnable whenTouched = () -> heldAtEachTouch.add(watch.mine());
    private final Watched seven = watched(7, 100);
    private final Watched three = watched(3, 20);

    private Watched watched(int number, long balance) {
        return new Watched(number, watch.lock("account " + number), balance, () -> whenTouched.run());
    }

    @Guarantee(1)
    void aTransferMovesTheAmountOrNothing(Seen seen) {
        transfers(seen, 30, true, 70, 50);
        transfers(seen, 101, false, 100, 20);
        transfers(seen, 100, true, 0, 120);
    }

    private void transfers(Seen seen, long amount, boolean answer, long left, long arrived) {
        Watched from = watched(1, 100);
        Watched to = watched(2, 20);
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
        List<String> both = List.of("account 7", "account 3");
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
        whenTouched = () -> {
            throw new IllegalStateException("this account is closed");
        };
        for (List<Watched> way : List.of(List.of(seven, three), List.of(three, seven))) {
            catchThrowable(() -> K0304Deadlock.transfer(way.getFirst(), way.getLast(), 5));
            assertThat(watch.taken()).withFailMessage(seen.as("leaked", watch.taken())).isEmpty();
        }
    }

    @Guarantee(4)
    void noTransfersWaitInACircle(Seen seen) {
        EveryOrder.of(ThereAndBack.class).stuck(seen, "circle").otherwise(seen);

        List<Watched> accounts = List.of(seven, three, watched(5, 60));
        accounts.forEach(from -> accounts.forEach(to -> K0304Deadlock.transfer(from, to, 1)));
        List<String> ring = watch.ring();
        assertThat(ring).withFailMessage(seen.as("ring", String.join(", then of ", ring))).isEmpty();
    }

    @Guarantee(5)
    void aTransferBetweenOthersIsNotHeldUp(Seen seen) {
        EveryOrder.of(OneIsUnderWay.class).stuck(seen, "heldUp").otherwise(seen);
    }

    private static final class Watched implements Account {
        private final int number;
        private final Lock lock;
        private long balance;
        private final Runnable whenTouched;

        Watched(int number, Lock lock, long balance, Runnable whenTouched) {
            this.number = number;
            this.lock = lock;
            this.balance = balance;
            this.whenTouched = whenTouched;
        }

        @Override public int number() { return number; }
        @Override public Lock lock() { return lock; }

        @Override public long balance() {
            whenTouched.run();
            return balance;
        }

        @Override public void setBalance(long balance) {
            whenTouched.run();
            this.balance = balance;
        }
    }

    abstract static class Bank {
        final Watched seven = account(7, () -> {});
        final Watched three = account(3, () -> {});
        final Watched five = account(5, () -> {});

        static Watched account(int number, Runnable whenTouched) {
            return new Watched(number, new ReentrantLock(), 100, whenTouched);
        }
    }

    static final class ThereAndBack extends Bank {
        @Actor void there() { K0304Deadlock.transfer(seven, three, 30); }
        @Actor void back() { K0304Deadlock.transfer(three, seven, 20); }
    }

    static final class OneIsUnderWay extends Bank {
        private final Semaphore otherIsThrough = new Semaphore(0);
        private final Watched slow = account(4, otherIsThrough::acquireUninterruptibly);

        @Actor void slow() { K0304Deadlock.transfer(seven, slow, 30); }
        @Actor void other() {
            K0304Deadlock.transfer(three, five, 30);
            otherIsThrough.release(2);
        }
    }
}
