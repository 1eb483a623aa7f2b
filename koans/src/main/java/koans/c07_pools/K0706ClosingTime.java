package koans.c07_pools;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import koans.api.NotYetWritten;

/**
 * 0706 Closing time
 *
 * The posts say of threads that they can be neither interrupted nor killed, and that join makes them all end together. In
 * Java the first is half right. interrupt ended a sleep after 0.3 ms here; Thread.stop only throws nowadays. And join
 * makes nobody end, it waits. So ending a pool is a conversation: ask, wait a while, insist, wait once more. A shop does
 * it so: the door is shut, who is inside is still served, and at some point the lights go out. close, which ended the
 * service of koan 0709, only asks, unless its caller is interrupted, and waits for as long as it takes.
 *
 * 1. stop lets no new task in; tasks that were handed over before, also those that still wait, run to their end if that
 *    takes no longer than patience.
 * 2. It comes back as soon as all tasks are done, and does not wait out its patience.
 * 3. When patience ends, running tasks are interrupted, and those never begun come back in the order in which they were
 *    handed over.
 * 4. Then it waits once more, for as long, so that tasks can clean up after the interrupt, and comes back in any case.
 * 5. If the caller is interrupted while it waits, its patience is over: running tasks are interrupted, those never begun
 *    come back all the same, and the interrupt flag is set.
 */
public final class K0706ClosingTime {

    private K0706ClosingTime() {}

    public static List<Runnable> stop(ExecutorService service, Duration patience) {
        // TODO: the list is that of the tasks never begun.
        throw new NotYetWritten("end the service, kindly at first");
    }
}
