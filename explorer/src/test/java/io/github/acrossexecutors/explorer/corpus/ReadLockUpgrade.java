package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A cache that asks for the write lock while it has the read lock, which nobody gets. */
final class ReadLockUpgrade {

    private ReadLockUpgrade() {}

    static final class Bug {
        private final ReadWriteLock lock = new ReentrantReadWriteLock();
        private final Map<String, Integer> prices = new HashMap<>(Map.of("cup", 3));
        private int cup;
        private int teapot;

        @Actor
        void asksForWhatIsKnown() {
            cup = price("cup");
        }

        @Actor
        void asksForWhatIsNew() {
            teapot = price("teapot");
        }

        @Check
        void bothPricesAreRight() {
            mustBeRight(cup, teapot);
        }

        private int price(String article) {
            lock.readLock().lock();
            try {
                Integer known = prices.get(article);
                return known == null ? lookUp(article) : known;
            } finally {
                lock.readLock().unlock();
            }
        }

        private int lookUp(String article) {
            lock.writeLock().lock();
            try {
                return prices.computeIfAbsent(article, String::length);
            } finally {
                lock.writeLock().unlock();
            }
        }
    }

    static final class Correct {
        private final ReadWriteLock lock = new ReentrantReadWriteLock();
        private final Map<String, Integer> prices = new HashMap<>(Map.of("cup", 3));
        private int cup;
        private int teapot;

        @Actor
        void asksForWhatIsKnown() {
            cup = price("cup");
        }

        @Actor
        void asksForWhatIsNew() {
            teapot = price("teapot");
        }

        @Check
        void bothPricesAreRight() {
            mustBeRight(cup, teapot);
        }

        private int price(String article) {
            lock.readLock().lock();
            try {
                Integer known = prices.get(article);
                if (known != null) {
                    return known;
                }
            } finally {
                lock.readLock().unlock();
            }
            return lookUp(article);
        }

        private int lookUp(String article) {
            lock.writeLock().lock();
            try {
                return prices.computeIfAbsent(article, String::length);
            } finally {
                lock.writeLock().unlock();
            }
        }
    }

    private static void mustBeRight(int cup, int teapot) {
        if (cup != 3 || teapot != 6) {
            throw new AssertionError("a cup costs " + cup + ", a teapot " + teapot);
        }
    }
}
