package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;

import java.util.concurrent.locks.StampedLock;
import org.junit.jupiter.api.Test;

/** A stamped lock's optimistic reads: not ordered with the writes, and yet no race where they are validated. */
class OptimisticReadsTests {

    @Test
    void passesOneThatIsValidated() {
        assertThat(Interleavings.explore(ValidatedTestCase.class)).passes();
    }

    @Test
    void findsOneWhoseValidationIsIgnored() {
        assertThat(Interleavings.explore(IgnoredTestCase.class)).breaksWith(Kind.WRONG_RESULT);
    }

    @Test
    void accusesAReadBesidesIt() {
        assertThat(Interleavings.explore(BesidesTestCase.class)).breaksWith(Kind.DATA_RACE);
    }

    private static final class Point {

        private final StampedLock lock = new StampedLock();
        private int x;
        private int y;

        void move() {
            long stamp = lock.writeLock();
            try {
                x++;
                y++;
            } finally {
                lock.unlockWrite(stamp);
            }
        }
    }

    static final class ValidatedTestCase {

        private final Point point = new Point();
        private int distance;

        @Actor
        void moves() {
            point.move();
        }

        @Actor
        void measures() {
            long stamp = point.lock.tryOptimisticRead();
            int x = point.x;
            int y = point.y;
            if (!point.lock.validate(stamp)) {
                stamp = point.lock.readLock();
                try {
                    x = point.x;
                    y = point.y;
                } finally {
                    point.lock.unlockRead(stamp);
                }
            }
            distance = x - y;
        }

        @Check
        void sawOnePoint() {
            if (distance != 0) {
                throw new AssertionError("distance " + distance);
            }
        }
    }

    static final class IgnoredTestCase {

        private final Point point = new Point();
        private int distance;
        private boolean valid;

        @Actor
        void moves() {
            point.move();
        }

        @Actor
        void measures() {
            long stamp = point.lock.tryOptimisticRead();
            distance = point.x - point.y;
            valid = point.lock.validate(stamp);
        }

        @Check
        void sawOnePoint() {
            if (distance != 0) {
                throw new AssertionError("distance " + distance + ", valid " + valid);
            }
        }
    }

    static final class BesidesTestCase {

        private final Point point = new Point();

        @Actor
        void moves() {
            point.move();
        }

        @Actor
        int measures() {
            long stamp = point.lock.tryOptimisticRead();
            int x = point.x;
            return point.lock.validate(stamp) ? x + point.y : 0;
        }
    }
}
