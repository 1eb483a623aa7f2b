package koans.c01_threads;

import koans.api.NotYetWritten;

/**
 * 0101 Doctor
 *
 * One of the posts this course grew from looks for primes with pools of 2, 4, 8 and more processes. Eight were the
 * fastest: 763 ms, against 3.11 s for one. The machine had 8 processors. We ran the same program on a machine with 2:
 * from 2 to 8 processes it gained next to nothing, 509 and 491 ms. So the number belonged to the machine and not to the
 * program, and the first question is: what do I run on? This koan is small on purpose. Change one line, save, run, read
 * what the message says. When it is green, your tools work and you know the loop.
 *
 * 1. processors is the number of processors this JVM may use.
 * 2. javaFeature is the feature number of the Java that runs, 25 for instance.
 * 3. Both numbers are asked of Runtime when they are wanted, and not written down.
 */
public final class K0101Doctor {

    private K0101Doctor() {}

    public record Card(int processors, int javaFeature) {}

    public static Card card() {
        // TODO
        throw new NotYetWritten("ask what this program runs on: its processors and its Java");
    }
}
