package koans.c03_locks;

import static koans.kit.Eventually.becomesTrue;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import koans.kit.Attempt;
import koans.kit.Attempt.Standing;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.Seen;

@Koan
class K0308WakeTheRightOneTest {

    private static final int PLAYERS = 5;
    private static final Duration AMPLE = Duration.ofSeconds(2);

    private final AtomicInteger waits = new AtomicInteger();
    private final WatchedLock lock = new WatchedLock();
    private final K0308WakeTheRightOne game = new K0308WakeTheRightOne(lock, PLAYERS);
    private final List<Integer> moves = new CopyOnWriteArrayList<>();

    @Guarantee(1)
    void movesAreMadeInTurn(Seen seen) {
        for (int player : new int[] {3, 1, 4, 2, 0}) {
            plays(player, 2).stands();
        }
        becomesTrue(AMPLE, () -> moves.size() == 2 * PLAYERS);
        List<Integer> right = List.of(0, 1, 2, 3, 4, 0, 1, 2, 3, 4);
        assertThat(moves).withFailMessage(seen.as("order", moves, right)).isEqualTo(right);
    }

    @Guarantee(2)
    void whoIsNotOnTurnWaitsAtNoCost(Seen seen) throws InterruptedException {
        for (int player = 1; player < PLAYERS; player++) {
            Standing standing = plays(player, 1).stands();
            assertThat(standing).withFailMessage(seen.as("went", player)).isNotEqualTo(Standing.DONE);
            assertThat(standing).withFailMessage(seen.as("costs", player, standing)).isEqualTo(Standing.WAITING);
        }
        Attempt<Boolean> asks = Attempt.at("asks for the lock", this::lockIsFree);
        assertThat(asks.ends() && asks.result()).withFailMessage(seen.as("holds")).isTrue();
        letAllMove();
    }

    @Guarantee(3)
    void whoIsWokenForNothingWaitsOn(Seen seen) throws InterruptedException {
        List<Attempt<Integer>> waiting = List.of(plays(1, 1), plays(2, 1), plays(3, 1), plays(4, 1));
        waiting.forEach(Attempt::stands);
        lock.lock();
        lock.rooms.forEach(Condition::signalAll);
        lock.unlock();
        waiting.forEach(Attempt::stands);
        assertThat(moves).withFailMessage(seen.as("forNothing", moves)).isEmpty();
        letAllMove();
    }

    @Guarantee(4)
    void onlyTheNextPlayerIsWoken(Seen seen) throws InterruptedException {
        for (int player = 2; player < PLAYERS; player++) {
            plays(player, 1).stands();
        }
        AtomicInteger wokenByThen = new AtomicInteger();
        Attempt<Boolean> next = Attempt.at("player 1", () -> {
            game.play(1, () -> wokenByThen.set(lock.woken()));
            return moves.add(1);
        });
        next.stands();
        game.play(0, () -> {});
        assertThat(next.ends()).withFailMessage(seen.as("asleep")).isTrue();
        assertThat(wokenByThen).withFailMessage(seen.as("crowd", wokenByThen)).hasValue(1);
        becomesTrue(AMPLE, () -> moves.size() == PLAYERS - 1);
    }

    @Guarantee(5)
    void aMoveThatThrowsPassesTheTurnOn(Seen seen) throws InterruptedException {
        Attempt<Integer> next = plays(1, 1);
        next.stands();
        IllegalStateException failure = new IllegalStateException("the board fell over");
        RuntimeException thrown = null;
        try {
            game.play(0, () -> {
                throw failure;
            });
        } catch (IllegalStateException e) {
            thrown = e;
        }

        assertThat(thrown).withFailMessage(seen.as("silent", thrown)).isSameAs(failure);
        assertThat(next.ends()).withFailMessage(seen.as("stuck")).isTrue();
    }

    private Attempt<Integer> plays(int player, int times) {
        return Attempt.at("player " + player, () -> {
            for (int i = 0; i < times; i++) {
                game.play(player, () -> moves.add(player));
            }
            return player;
        });
    }

    private void letAllMove() throws InterruptedException {
        game.play(0, () -> {});
        becomesTrue(AMPLE, () -> moves.size() == PLAYERS - 1);
    }

    private boolean lockIsFree() {
        boolean free = lock.tryLock();
        if (free) {
            lock.unlock();
        }
        return free;
    }

    /** Keeps its conditions, so that the test can call all who wait, and count who was called. */
    private final class WatchedLock extends ReentrantLock {

        private final List<Condition> rooms = new CopyOnWriteArrayList<>();

        @Override
        public Condition newCondition() {
            Condition room = super.newCondition();
            rooms.add(room);
            return (Condition) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Condition.class}, (proxy, method, args) -> {
                        waits.addAndGet(method.getName().startsWith("await") ? 1 : 0);
                        try {
                            return method.invoke(room, args);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        /** How often somebody was called: all waits that were begun, but for those that go on. */
        int woken() {
            lock();
            int waiting = rooms.stream().mapToInt(this::getWaitQueueLength).sum();
            unlock();
            return waits.get() - waiting;
        }
    }
}
