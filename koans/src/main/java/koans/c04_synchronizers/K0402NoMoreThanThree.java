package koans.c04_synchronizers;

import java.util.concurrent.Callable;
import koans.api.NotYetWritten;

/**
 * 0402 No more than three
 *
 * The posts name three tools: a lock lets one in, a mutex does so across processes, and the third lets in as many as you
 * say. Java's ReentrantLock is the first. The second it lacks; a FileChannel can lock a file, which other programs then
 * see. This koan is about the third. Some site lets you have three requests open at once and turns away the fourth. You
 * have twelve threads that want a page each. Nine of them must wait, and it does not matter which. What matters is what
 * becomes of a place when its task fails, and of those who wait and give up.
 *
 * 1. call runs the task on the thread that calls it and returns what the task returns; what the task throws comes out as
 *    it is.
 * 2. Never are more tasks under way than there are places.
 * 3. As long as somebody waits, all places are in use.
 * 4. A task that fails gives its place back.
 * 5. Who waits for a place stands still, and when interrupted gives up with an InterruptedException: its task does not
 *    run, and no place is won or lost.
 */
public final class K0402NoMoreThanThree {

    public K0402NoMoreThanThree(int places) {
        // TODO
        throw new NotYetWritten("keep so many places");
    }

    public <T> T call(Callable<T> task) throws Exception {
        // TODO
        throw new NotYetWritten("take a place, call the task, give the place back");
    }
}
