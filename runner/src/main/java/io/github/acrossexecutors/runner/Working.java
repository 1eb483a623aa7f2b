package io.github.acrossexecutors.runner;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Shows that something is being done, for how long already, until it is closed.
 *
 * <p>A daemon thread redraws one line each second. {@link #close} first lets it end, then clears the line: whatever is printed afterwards begins at the
 * margin. Where there is no terminal one line is printed, and no thread is started.
 */
final class Working implements AutoCloseable {

    private final Output output;
    private final String what;
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread ticker = new Thread(this::tick, "learn-progress");

    private Working(Output output, String what) {
        this.output = output;
        this.what = what;
    }

    static Working on(Output output, String what) {
        Working working = new Working(output, what);
        if (output.terminal()) {
            working.ticker.setDaemon(true);
            working.ticker.start();
        } else {
            output.sentence(what + " ...");
        }
        return working;
    }

    private void tick() {
        try {
            int seconds = 0;
            do {
                output.overwrite(what + " ..." + (seconds == 0 ? "" : " " + seconds + " s"));
                seconds++;
            } while (!done.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        done.countDown();
        if (output.terminal()) {
            awaitTicker();
            output.overwrite("");
        }
    }

    /** An interrupt is kept for whoever asked for the work. */
    private void awaitTicker() {
        try {
            ticker.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
