package io.github.acrossexecutors.runner.engine;

/**
 * Keeps the last characters of an endless text.
 *
 * <p>Threads: any.
 */
final class Tail {

    private final int capacity;
    private final StringBuilder kept = new StringBuilder();

    Tail(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(String line) {
        kept.append(line).append('\n');
        if (kept.length() > capacity) {
            kept.delete(0, kept.length() - capacity);
        }
    }

    synchronized void clear() {
        kept.setLength(0);
    }

    synchronized String text() {
        return kept.toString();
    }
}
