package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;

/**
 * A forecast and a flag that says it is there. The order of the two writes means nothing to another thread unless the flag
 * is {@code volatile}; if it is, the forecast itself need not be.
 */
final class TwoFieldPublication {

    private TwoFieldPublication() {}

    static final class Bug {
        private int degrees;
        private boolean known;
        private int shown = 20;

        @Actor
        void station() {
            degrees = 20;
            known = true;
        }

        @Actor
        void display() {
            if (known) {
                shown = degrees;
            }
        }

        @Check
        void showsNoDegreesButTheForecast() {
            mustBeTwenty(shown);
        }
    }

    static final class Correct {
        private int degrees;
        private volatile boolean known;
        private int shown = 20;

        @Actor
        void station() {
            degrees = 20;
            known = true;
        }

        @Actor
        void display() {
            if (known) {
                shown = degrees;
            }
        }

        @Check
        void showsNoDegreesButTheForecast() {
            mustBeTwenty(shown);
        }
    }

    private static void mustBeTwenty(int shown) {
        if (shown != 20) {
            throw new AssertionError("the display shows " + shown);
        }
    }
}
