package io.github.acrossexecutors.explorer;

import static io.github.acrossexecutors.explorer.InterleavingAssertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the constants of an enum remember is forgotten before the next order. */
@SuppressWarnings("ImmutableEnumChecker") // part of what is tested
class EnumsTests {

    @Test
    void forgetsTheFieldsOfASingleton() {
        assertThat(Interleavings.explore(SingletonTestCase.class)).passes();
    }

    @Test
    void forgetsTheFieldsOfAConstantWithABody() {
        assertThat(Interleavings.explore(BodyTestCase.class)).passes();
    }

    @Test
    void forgetsWhatAFinalFieldRefersTo() {
        assertThat(Interleavings.explore(ReferenceTestCase.class)).passes();
    }

    private static void mustBeTwo(int counted) {
        if (counted != 2) {
            throw new AssertionError("counted " + counted);
        }
    }

    enum Singleton {
        IT;

        private int counted;

        synchronized int count() {
            return ++counted;
        }
    }

    static final class SingletonTestCase {

        @Actor
        void anna() {
            Singleton.IT.count();
        }

        @Actor
        void ben() {
            Singleton.IT.count();
        }

        @Check
        void bothCounted() {
            mustBeTwo(Singleton.IT.count() - 1);
        }
    }

    enum WithBody {
        IT {
            private int counted;

            @Override
            synchronized int count() {
                return ++counted;
            }
        };

        abstract int count();
    }

    static final class BodyTestCase {

        @Actor
        void anna() {
            WithBody.IT.count();
        }

        @Actor
        void ben() {
            WithBody.IT.count();
        }

        @Check
        void bothCounted() {
            mustBeTwo(WithBody.IT.count() - 1);
        }
    }

    enum Referring {
        IT(1);

        private final int[] counted;

        Referring(int length) {
            counted = new int[length];
        }

        synchronized int count() {
            return ++counted[0];
        }
    }

    static final class ReferenceTestCase {

        @Actor
        void anna() {
            Referring.IT.count();
        }

        @Actor
        void ben() {
            Referring.IT.count();
        }

        @Check
        void bothCounted() {
            mustBeTwo(Referring.IT.count() - 1);
        }
    }
}
