package koans.c01_threads;

import koans.api.NotYetWritten;

/**
 * 0109 Stop flag
 *
 * The class notes among our sources have a worker that loops while not Stopped, prints "do Overwork", and sleeps for
 * three seconds. Somebody sets Stopped, the worker retires. "A thread's loop must look at a stop flag." The rule is
 * right. The same in Java, with a plain field and without the printing and sleeping: we asked the worker to stop 24
 * times, and 24 times it went on for ever. The flag was set. The worker never saw it. With the printing put back it
 * ends, and nobody has promised that it will. Write a worker that stops when it is asked to, however busy it is.
 *
 * 1. work counts, without a pause, until it is asked to stop; then it returns how far it has counted.
 * 2. A worker that has been busy for long ends soon after stop, whichever thread calls it.
 * 3. A stop that comes before work begins is not forgotten: work then ends at once.
 * 4. Whoever writes a field is seen by whoever reads it: every field is final or volatile, and what the worker alone
 *    needs is a local variable.
 *
 * Off limits: Thread.stop: it throws, and nothing else.
 */
public final class K0109StopFlag {

    public long work() {
        // TODO
        throw new NotYetWritten("count until somebody has called stop, and return the count");
    }

    public void stop() {
        // TODO
        throw new NotYetWritten("ask the worker to stop, and come back");
    }
}
