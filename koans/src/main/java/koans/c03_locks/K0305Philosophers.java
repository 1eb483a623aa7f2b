package koans.c03_locks;

import java.util.List;
import java.util.concurrent.locks.Lock;
import koans.api.NotYetWritten;

/**
 * 0305 Philosophers
 *
 * Five philosophers sit at a round table. Between each two plates lies one fork, and whoever eats needs both beside
 * his plate. The puzzle is Dijkstra's, and older than any thread of ours: if all five take the fork on their left, all
 * wait for ever. We let five threads do just that, 2,000 meals each, 30 times over. Nobody ever went hungry. So the
 * program is right? It is lucky: its meals are short, and there are two CPUs. Here the test holds everybody who has
 * taken one fork until all have come, and then luck is no help. One large lock around the table is safe, of course.
 * Then one eats, and four watch.
 *
 * 1. A meal is eaten once, by the thread that calls, with the forks of the seat and of the next one in its hands.
 * 2. After the meal both forks are on the table, also when the meal throws, and what it throws comes out.
 * 3. When all five come at the same time, they never wait for each other in a circle.
 * 4. Two who share no fork can eat at the same time.
 * 5. Five who come at the same time get all their meals, and whoever waits for a fork stands still meanwhile.
 *
 * Off limits: Locks instead of the forks: whatever else you use, the two forks must be held during the meal.
 */
public final class K0305Philosophers {

    private final List<Lock> forks;

    public K0305Philosophers(List<Lock> forks) {
        this.forks = List.copyOf(forks);
    }

    public void eat(int seat, Runnable meal) {
        // TODO: the fork after the last one is the first.
        throw new NotYetWritten("eat with two forks, and never wait in a circle");
    }
}
