package koans.c99_orders;

import static koans.kit.EveryOrder.mustBe;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;

/** Named as a koan's test is, because messages name the learner's file after it. */
public final class K9904DoorTest {

    /** Loses a count. */
    public static final Class<?> LOSES_ONE = LosesOneTestCase.class;

    /** Is right in every order, and no memory is bound to show it. */
    public static final Class<?> UNSEEN = UnseenTestCase.class;

    /** Can wait in a circle. */
    public static final Class<?> CIRCLE = CircleTestCase.class;

    /** Is right. */
    public static final Class<?> RIGHT = RightTestCase.class;

    /** Has orders without end. */
    public static final Class<?> ENDLESS = EndlessTestCase.class;

    /** Comes to what is not written. */
    public static final Class<?> UNWRITTEN = UnwrittenTestCase.class;

    /** Throws. */
    public static final Class<?> THROWING = ThrowingTestCase.class;

    /** Lets threads run its code that it did not start, and that nobody can steer. */
    public static final Class<?> STRAY = StrayTestCase.class;

    private K9904DoorTest() {}

    static final class LosesOneTestCase {
        private final K9904Door door = new K9904Door();

        @Actor
        void first() {
            door.seen();
        }

        @Actor
        void second() {
            door.seen();
        }

        @Check
        void bothCount() {
            mustBe(door.inAll(), 2);
        }
    }

    static final class UnseenTestCase {
        private final K9904Door door = new K9904Door();
        private int read;

        @Actor
        void first() {
            door.plainly();
        }

        @Actor
        void second() {
            read = door.plain();
        }

        @Check
        void zeroOrOne() {
            mustBe(read, 0, 1);
        }
    }

    static final class CircleTestCase {
        private final K9904Door door = new K9904Door();

        @Actor
        void first() {
            door.thisFirst();
        }

        @Actor
        void second() {
            door.otherFirst();
        }
    }

    static final class RightTestCase {
        private final K9904Door door = new K9904Door();

        @Actor
        void first() {
            door.guarded();
            door.guarded();
        }

        @Actor
        void second() {
            door.guarded();
        }

        @Check
        void allCount() {
            mustBe(door.count(), 3);
        }
    }

    static final class EndlessTestCase {
        private final K9904Door door = new K9904Door();

        @Actor
        void first() {
            door.yielding();
        }

        @Actor
        void second() {
            door.seen();
        }
    }

    static final class UnwrittenTestCase {
        private final K9904Door door = new K9904Door();

        @Actor
        void first() {
            door.unwritten();
        }

        @Actor
        void second() {
            door.seen();
        }
    }

    static final class ThrowingTestCase {
        private final K9904Door door = new K9904Door();

        @Actor
        void first() {
            door.guarded();
            if (door.count() == 2) {
                throw new IllegalStateException("full");
            }
        }

        @Actor
        void second() {
            door.guarded();
        }
    }

    static final class StrayTestCase {
        private final K9904Door door = new K9904Door();

        @Actor
        void first() {
            java.util.stream.IntStream.range(0, 64).parallel().forEach(each -> door.guarded());
        }

        @Actor
        void second() {
            door.guarded();
        }
    }
}
