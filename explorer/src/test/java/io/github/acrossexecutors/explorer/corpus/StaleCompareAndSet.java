package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.util.concurrent.atomic.AtomicInteger;

/** A loop of compareAndSet that compares with a fresh value and writes what it computed from an old one. */
final class StaleCompareAndSet {

    private StaleCompareAndSet() {}

    static final class Bug {
        private final AtomicInteger donations = new AtomicInteger();

        @Actor
        void letter() {
            add(5);
        }

        @Actor
        void website() {
            add(7);
        }

        @Check
        void bothDonationsCount() {
            mustBeTwelve(donations.get());
        }

        private void add(int amount) {
            int sum = donations.get() + amount;
            while (!donations.compareAndSet(donations.get(), sum)) {
                Thread.onSpinWait();
            }
        }
    }

    static final class Correct {
        private final AtomicInteger donations = new AtomicInteger();

        @Actor
        void letter() {
            add(5);
        }

        @Actor
        void website() {
            add(7);
        }

        @Check
        void bothDonationsCount() {
            mustBeTwelve(donations.get());
        }

        private void add(int amount) {
            int before = donations.get();
            while (!donations.compareAndSet(before, before + amount)) {
                before = donations.get();
            }
        }
    }

    private static void mustBeTwelve(int donations) {
        if (donations != 12) {
            throw new AssertionError("5 and 7 were given, there are " + donations);
        }
    }
}
