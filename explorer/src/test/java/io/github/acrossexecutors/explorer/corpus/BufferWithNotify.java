package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.util.ArrayDeque;
import java.util.Deque;

/** A bounded buffer whose producers and consumers wait in one queue: {@code notify} may wake the wrong one. */
final class BufferWithNotify {

    private BufferWithNotify() {}

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
        void ramp() throws InterruptedException {
            put(1);
            put(2);
        }

        @Check
        void bothParcelsLeave() {
            mustBeThree(first + second);
        }

        private synchronized void put(int parcel) throws InterruptedException {
            while (!parcels.isEmpty()) {
                wait();
            }
            parcels.add(parcel);
            notify();
        }

        private synchronized int take() throws InterruptedException {
            while (parcels.isEmpty()) {
                wait();
            }
            int parcel = parcels.remove();
            notify();
            return parcel;
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
        void ramp() throws InterruptedException {
            put(1);
            put(2);
        }

        @Check
        void bothParcelsLeave() {
            mustBeThree(first + second);
        }

        private synchronized void put(int parcel) throws InterruptedException {
            while (!parcels.isEmpty()) {
                wait();
            }
            parcels.add(parcel);
            notifyAll();
        }

        private synchronized int take() throws InterruptedException {
            while (parcels.isEmpty()) {
                wait();
            }
            int parcel = parcels.remove();
            notifyAll();
            return parcel;
        }
    }

    private static void mustBeThree(int sum) {
        if (sum != 3) {
            throw new AssertionError("parcels 1 and 2 went in, their sum came out as " + sum);
        }
    }
}
