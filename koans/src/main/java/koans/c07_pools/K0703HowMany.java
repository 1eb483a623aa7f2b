package koans.c07_pools;

import java.time.Duration;
import koans.api.NotYetWritten;

/**
 * 0703 How many
 *
 * On one machine with 8 processors, 8 processes were the fastest for the posts' primes, and 16 threads for their pages.
 * With 16, 32 and 64 processes the primes took longer and longer; with 4 threads the pages did. So no number is right for
 * a machine, and none is right for a program. What decides is what a task does with its time. While it waits, its
 * processor is free for others. The posts' 13 pages took 740 ms, of which 292 were computing. You know the processors,
 * and you have measured how long a task waits and how long it computes: say how many threads. Nobody runs them here. The
 * test reckons on a clock of its own, which knows tasks, threads, processors and nothing else.
 *
 * 1. Tasks that only compute get one thread for each core.
 * 2. No core is left idle: the tasks take at most a tenth longer than they would with a thread for each of them.
 * 3. No thread is wasted: there are at most a quarter more than the fewest that keep to the second guarantee.
 * 4. There are never more threads than tasks; tasks that only wait get one thread each.
 */
public final class K0703HowMany {

    private K0703HowMany() {}

    public static int threads(int tasks, Duration waiting, Duration computing, int cores) {
        // TODO: waiting and computing are one task's.
        throw new NotYetWritten("say how many threads so many tasks need on so many cores");
    }
}
