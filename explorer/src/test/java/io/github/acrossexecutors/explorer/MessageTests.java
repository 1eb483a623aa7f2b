package io.github.acrossexecutors.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class MessageTests {

    @Test
    void showsWhoCameBetween() {
        String message = Interleavings.explore(LostUpdateTestCase.class).message();

        assertThat(message.lines().toList())
                .startsWith("MessageTests.LostUpdateTestCase is broken: counted 1", "")
                .anyMatch(line -> line.matches("1 +reads LostUpdateTestCase.value: 0 +MessageTests.java:\\d+"))
                .anyMatch(line -> line.matches("2 +reads LostUpdateTestCase.value: 0 +MessageTests.java:\\d+"))
                .anyMatch(line -> line.matches("3 +writes LostUpdateTestCase.value = 1 +MessageTests.java:\\d+"));
    }

    @Test
    void saysWhoWaitsForWhatHeldByWhom() {
        assertThat(Interleavings.explore(LockOrderTestCase.class).message())
                .contains("anna waits in ReentrantLock#2.lock(), held by ben (MessageTests.java:")
                .contains("ben waits in ReentrantLock#1.lock(), held by anna (MessageTests.java:");
    }

    @Test
    void hasAtMostFortyLinesHoweverLongTheScheduleAndTheAssertion() {
        String message = Interleavings.explore(LongTestCase.class).message();

        assertThat(message.lines().count()).isBetween(20L, 40L);
        assertThat(message).contains("steps left out").contains("counted", "in two lines");
    }

    @Test
    void foldsALoop() {
        assertThat(Interleavings.explore(LoopTestCase.class).message()).contains("(so 29 times more)");
    }

    @Test
    void throwsTheMessageWithWhatWasThrownAsItsCause() {
        Exploration found = Interleavings.explore(LostUpdateTestCase.class);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(found::orThrow)
                .withMessage(found.message())
                .havingCause()
                .withMessage("counted 1");
    }

    static final class LostUpdateTestCase {

        private int value;

        @Actor
        void anna() {
            value++;
        }

        @Actor
        void ben() {
            value++;
        }

        @Check
        void bothCounted() {
            if (value != 2) {
                throw new AssertionError("counted " + value);
            }
        }
    }

    @SuppressWarnings("LockNotBeforeTry") // the scenario is about the order alone
    static final class LockOrderTestCase {

        private final ReentrantLock left = new ReentrantLock();
        private final ReentrantLock right = new ReentrantLock();

        @Actor
        void anna() {
            left.lock();
            right.lock();
            right.unlock();
            left.unlock();
        }

        @Actor
        void ben() {
            right.lock();
            left.lock();
            left.unlock();
            right.unlock();
        }
    }

    @SuppressWarnings("DoNotCallSuggester") // it always fails, to be told of
    static final class LongTestCase {

        private int a;
        private int b;
        private int c;

        @Actor
        void anna() {
            count();
        }

        @Actor
        void ben() {
            count();
        }

        private void count() {
            a++;
            b++;
            c++;
            a = a + b;
            b = b + c;
            c = c + a;
            a = b - c;
            b = c - a;
            c = a - b;
        }

        @Check
        void never() {
            throw new AssertionError("counted " + a + "\nin\ntwo lines");
        }
    }

    @SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"}) // it always fails, to be told of
    static final class LoopTestCase {

        private int value;

        @Actor
        void anna() {
            for (int i = 0; i < 30; i++) {
                value += i;
            }
        }

        @Actor
        void ben() {
            throw new IllegalStateException("shows the steps of anna");
        }
    }
}
