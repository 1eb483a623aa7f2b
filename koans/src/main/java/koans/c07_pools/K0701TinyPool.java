package koans.c07_pools;

import koans.api.NotYetWritten;

/**
 * 0701 Tiny pool
 *
 * The class notes among our sources know two ways to a pool: build it on a queue, or take the finished one. In koan 0709
 * you took it. It looked like magic; it is not, and you can write it in forty lines. Why anyone wants it: starting and
 * ending threads is what costs. One of the posts calls it the dearest part of threading. To start and end two
 * threads took us 5 ms; four that were there ran 20,000 small tasks in that time. And each platform thread held 41 to 113
 * KiB. So make a few, keep them, and let the work come to them. The hard part, to wait for work without burning a
 * processor, is done by a queue whose take waits.
 *
 * 1. Exactly workers threads run all tasks, and with more tasks than that all of them are at work at once.
 * 2. execute does not wait for the task, nor for a worker that is free; tasks are begun in the order in which they were
 *    handed over.
 * 3. A task that throws costs no worker: the same threads go on.
 * 4. close waits until every task handed over has run, and then no worker is left.
 * 5. After close, a task is refused with a RejectedExecutionException.
 * 6. A worker without a task stands still.
 * 7. The threads and their loop are yours: no executor does it.
 *
 * Off limits: Executors, futures, thread pools of any kind.
 */
public final class K0701TinyPool {

    public K0701TinyPool(int workers) {
        throw new NotYetWritten("start the workers"); // TODO
    }

    public void execute(Runnable task) {
        throw new NotYetWritten("hand the task over, to whichever worker is free first"); // TODO
    }

    public void close() throws InterruptedException {
        throw new NotYetWritten("let the workers finish and go home"); // TODO
    }
}
