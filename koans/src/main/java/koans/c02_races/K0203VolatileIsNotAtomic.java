package koans.c02_races;

import java.util.function.IntUnaryOperator;
import koans.api.NotYetWritten;

/**
 * 0203 Volatile is not atomic
 *
 * volatile is said to make a field safe: every read sees the latest write, whichever thread made it. We let two
 * threads count to 1,000 each on a volatile field, 20 times: 2,000 every time. With 100,000 each, 18 of 20 runs lost
 * counts, the worst of them 45,544. On one CPU all 20 were right again. The promise was kept all along; nobody had
 * promised that no thread writes between your read and your write. This counter is given each step as a function, and
 * a step may take its time. Koan 0201's lock would make everybody wait for it. Here nobody may.
 *
 * 1. update applies the step to the value, and what the step returns is the new value.
 * 2. When another thread changes the value while a step is being computed, once or twice, no change is lost, in
 *    whatever order the steps come.
 * 3. A thread in the middle of its step holds up nobody, neither one that reads nor one that updates.
 * 4. Whoever reads the value meanwhile sees what a step made, and nothing in between.
 */
public final class K0203VolatileIsNotAtomic {

    private volatile int value;

    public void update(IntUnaryOperator step) {
        // TODO
        throw new NotYetWritten("read the value, apply the step, keep the result, and lose nobody's change");
    }

    public int value() {
        return value;
    }
}
