package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;

/**
 * A text buffer all of whose methods are synchronized, but one, which asks how long the inserted text is before it has the
 * lock: inserted into itself, the text may be shorter by then.
 *
 * <p>Source: JDK-7100996, "IndexOutOfBoundsException when using a StringBuffer from multiple threads", bugs.java.com (2011).
 */
final class InsertIntoItself {

    private InsertIntoItself() {}

    static final class Bug {
        private final HastyText text = new HastyText();

        private static final class HastyText {
            private final StringBuilder letters = new StringBuilder("abc");

            void insert(int offset, HastyText other) {
                insert(offset, other, other.length());
            }

            private synchronized void insert(int offset, HastyText other, int length) {
                letters.insert(offset, other.letters, 0, length);
            }

            synchronized void deleteAt(int index) {
                letters.deleteCharAt(index);
            }

            synchronized int length() {
                return letters.length();
            }
        }

        @Actor
        void doubles() {
            text.insert(1, text);
        }

        @Actor
        void shortens() {
            text.deleteAt(0);
        }

        @Check
        void isDoubledBeforeOrAfter() {
            mustBeFourOrFive(text.length());
        }
    }

    static final class Correct {
        private final Text text = new Text();

        private static final class Text {
            private final StringBuilder letters = new StringBuilder("abc");

            synchronized void insert(int offset, Text other) {
                letters.insert(offset, other.letters, 0, other.length());
            }

            synchronized void deleteAt(int index) {
                letters.deleteCharAt(index);
            }

            synchronized int length() {
                return letters.length();
            }
        }

        @Actor
        void doubles() {
            text.insert(1, text);
        }

        @Actor
        void shortens() {
            text.deleteAt(0);
        }

        @Check
        void isDoubledBeforeOrAfter() {
            mustBeFourOrFive(text.length());
        }
    }

    private static void mustBeFourOrFive(int length) {
        if (length != 4 && length != 5) {
            throw new AssertionError("the text has " + length + " letters");
        }
    }
}
