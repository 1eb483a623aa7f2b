package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

/** What the language orders or never changes: nobody is accused for relying on it. */
class LanguageTests {

    @Test
    void knowsThatAnInitializerComesBeforeTheUsesOfItsClass() {
        assertThat(Interleavings.explore(HolderTestCase.class)).passesExhaustively();
    }

    @Test
    void aStaticCollectionIsFilledBeforeItIsUsed() {
        assertThat(Interleavings.explore(StaticCollectionTestCase.class)).passesExhaustively();
    }

    @Test
    void anEnumConstantIsMadeBeforeItIsUsed() {
        assertThat(Interleavings.explore(EnumTestCase.class)).passesExhaustively();
    }

    @Test
    void aRecordMayBeReadByAll() {
        assertThat(Interleavings.explore(RecordTestCase.class)).passesExhaustively();
    }

    @Test
    void whatALambdaCapturedMayBeReadByAll() {
        assertThat(Interleavings.explore(LambdaTestCase.class)).passesExhaustively();
    }

    @Test
    void anInnerClassUsesTheFieldsOfItsOuterUnderTheirLock() {
        assertThat(Interleavings.explore(InnerTestCase.class)).passesExhaustively();
    }

    @Test
    void anInnerClassUsesTheFieldsOfItsOuterWithoutALock() {
        assertThat(Interleavings.explore(InnerUnlockedTestCase.class)).breaksWith(Kind.WRONG_RESULT);
    }

    static final class HolderTestCase {

        private static final class Squares {

            private static final int[] ALL = {0, 1, 4, 9};
        }

        private int first;
        private int second;

        @Actor
        void anna() {
            first = Squares.ALL[2];
        }

        @Actor
        void ben() {
            second = Squares.ALL[3];
        }

        @Check
        void bothFound() {
            if (first != 4 || second != 9) {
                throw new AssertionError(first + ", " + second);
            }
        }
    }

    static final class StaticCollectionTestCase {

        private String first = "";
        private String second = "";

        @Actor
        void anna() {
            first = Names.BY_NUMBER.get(1) + Names.ALL.get(0);
        }

        @Actor
        void ben() {
            second = Names.BY_NUMBER.get(2) + Names.ALL.get(0);
        }

        @Check
        void bothFound() {
            if (!(first + second).equals("onezerotwozero")) {
                throw new AssertionError(first + second);
            }
        }

        private static final class Names {

            static final Map<Integer, String> BY_NUMBER = new HashMap<>();
            static final List<String> ALL = new ArrayList<>();

            static {
                BY_NUMBER.put(1, "one");
                BY_NUMBER.put(2, "two");
                ALL.add("zero");
            }
        }
    }

    static final class EnumTestCase {

        private int first;
        private int second;

        @Actor
        void anna() {
            first = sum("both");
        }

        @Actor
        void ben() {
            second = sum("both");
        }

        private static int sum(String which) {
            int sum = 0;
            for (Size size : Size.values()) {
                sum += switch (which) {
                    case "both" -> size.steps[0] + inches(size);
                    default -> 0;
                };
            }
            return sum;
        }

        private static int inches(Size size) {
            return switch (size) {
                case SMALL -> 10;
                case LARGE -> 20;
            };
        }

        @Check
        void bothSummed() {
            if (first != 33 || second != 33) {
                throw new AssertionError(first + ", " + second);
            }
        }

        @SuppressWarnings("ImmutableEnumChecker") // an array is what could be raced for
        private enum Size {
            SMALL(1),
            LARGE(2);

            private final int[] steps;

            Size(int step) {
                steps = new int[] {step};
            }
        }
    }

    static final class RecordTestCase {

        private final Pair pair = new Pair(1, "one");
        private int first;
        private int second;

        @Actor
        void anna() {
            first = pair.hashCode();
        }

        @Actor
        void ben() {
            second = pair.equals(new Pair(1, "one")) ? pair.hashCode() : 0;
        }

        @Check
        void sawTheSame() {
            if (first != second) {
                throw new AssertionError(first + ", " + second);
            }
        }

        private record Pair(int number, String name) {}
    }

    static final class LambdaTestCase {

        private final IntSupplier sum = sumOf(3, 4);
        private int first;
        private int second;

        private static IntSupplier sumOf(int one, int other) {
            int[] both = {one, other};
            return () -> both[0] + both[1];
        }

        @Actor
        void anna() {
            first = sum.getAsInt();
        }

        @Actor
        void ben() {
            second = sum.getAsInt();
        }

        @Check
        void bothSummed() {
            if (first != 7 || second != 7) {
                throw new AssertionError(first + ", " + second);
            }
        }
    }

    static final class InnerTestCase {

        private int count;

        private final class Counter {

            void count() {
                synchronized (InnerTestCase.this) {
                    count++;
                }
            }
        }

        @Actor
        void anna() {
            new Counter().count();
        }

        @Actor
        void ben() {
            new Counter().count();
        }

        @Check
        void bothCounted() {
            if (count != 2) {
                throw new AssertionError("counted " + count);
            }
        }
    }

    static final class InnerUnlockedTestCase {

        private int count;

        private final class Unlocked {

            void count() {
                count++;
            }
        }

        @Actor
        void anna() {
            new Unlocked().count();
        }

        @Actor
        void ben() {
            new Unlocked().count();
        }

        @Check
        void bothCounted() {
            if (count != 2) {
                throw new AssertionError("counted " + count);
            }
        }
    }
}
