package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.util.ArrayDeque;
import java.util.Deque;

/** A queue whose consumers do not look again after they waited: another one may have been faster. */
final class BufferWithIf {

    private BufferWithIf() {}

    static final class Bug {
        private final Deque<Integer> parcels = new ArrayDeque<>();
        private int first;
        private int second;

        @Actor
        void firstVan() throws InterruptedException {
            first = take();
        }

        @Actor
        void secondVan() throws InterruptedException {
            second = take();
        }

        @Actor
        void ramp() {
            put(1);
            put(2);
        }

        @Check
        void bothParcelsLeave() {
            mustBeThree(first + second);
        }

        private synchronized void put(int parcel) {
            parcels.add(parcel);
            notifyAll();
        }

        @SuppressWarnings("WaitNotInLoop") // That is the mistake.
        private synchronized int take() throws InterruptedException {
            if (parcels.isEmpty()) {
                wait();
            }
            return parcels.remove();
        }
    }

    static final class Correct {
        private final Deque<Integer> parcels = new ArrayDeque<>();
        private int first;
        private int second;

        @Actor
        void firstVan() throws InterruptedException {
            first = take();
        }

        @Actor
        void secondVan() throws InterruptedException {
            second = take();
        }

        @Actor
        void ramp() {
            put(1);
            put(2);
        }

        @Check
        void bothParcelsLeave() {
            mustBeThree(first + second);
        }

        private synchronized void put(int parcel) {
            parcels.add(parcel);
            notifyAll();
        }

        private synchronized int take() throws InterruptedException {
            while (parcels.isEmpty()) {
                wait();
            }
            return parcels.remove();
        }
    }

    private static void mustBeThree(int sum) {
        if (sum != 3) {
            throw new AssertionError("parcels 1 and 2 went in, their sum came out as " + sum);
        }
    }
}
