package io.github.acrossexecutors.benchmarks.feedback;

import io.github.acrossexecutors.runner.page.Line;
import io.github.acrossexecutors.runner.watch.Key;
import io.github.acrossexecutors.runner.watch.Keys;
import io.github.acrossexecutors.runner.watch.Screen;
import io.github.acrossexecutors.runner.watch.Size;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * A terminal that is none: remembers what was shown last and when, and hands keys over.
 *
 * <p>{@code show} is called by the thread that watches, the awaiting methods by the one that saves; both fields are under the monitor. A verdict is
 * believed only if the watch said "Judging" after the save: what was on the screen before is about another file.
 */
final class Desk implements Screen, Keys {

    private static final String QUESTION = "Before you see any number, a guess:";
    private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();

    private final BlockingQueue<Key> keys = new LinkedBlockingQueue<>();
    private String shown = "";
    private boolean judged;

    @Override
    public Size size() {
        return new Size(100, 40);
    }

    @Override
    public synchronized void show(List<Line> lines) {
        shown = lines.stream().map(Line::text).reduce("", (all, line) -> all + line + "\n");
        boolean judging = shown.contains("\nJudging ...");
        judged |= judging;
        notifyAll();
    }

    @Override
    public Key read(Duration patience) {
        try {
            Key key = keys.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
            return key == null ? Key.of(Key.Kind.NONE) : key;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Key.of(Key.Kind.CLOSED);
        }
    }

    synchronized String shown() {
        return shown;
    }

    /** Whether a line of the screen begins so. */
    synchronized boolean shows(String words) {
        return shown.lines().map(String::strip).anyMatch(line -> line.startsWith(words));
    }

    /** Where a koan asks for a guess, the watch shows no verdict before there is one, or the wish to go without. */
    void passOverQuestion() throws InterruptedException, TimeoutException {
        if (shows(QUESTION)) {
            press(Key.of(Key.Kind.ENTER));
            await(() -> !shows(QUESTION));
        }
    }

    void press(Key key) {
        keys.add(key);
    }

    /** From now on only what the watch judges anew is a verdict. */
    synchronized void forget() {
        judged = false;
    }

    /** Waits until a verdict on what was judged since {@link #forget} is shown, at this step of the path. */
    synchronized void awaitVerdict(int step) throws InterruptedException, TimeoutException {
        await(() -> judged && !shown.contains("\nJudging ...") && shown.contains("Step " + step + " of"));
    }

    private synchronized void await(BooleanSupplier condition) throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new TimeoutException("not seen; the screen was:\n" + shown);
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
