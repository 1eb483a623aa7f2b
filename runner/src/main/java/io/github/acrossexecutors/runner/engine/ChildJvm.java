package io.github.acrossexecutors.runner.engine;

import io.github.acrossexecutors.runner.link.JsonLines;
import io.github.acrossexecutors.runner.link.MethodResult;
import io.github.acrossexecutors.runner.link.Report;
import io.github.acrossexecutors.runner.link.Request;
import io.github.acrossexecutors.runner.link.RoundSeen;
import io.github.acrossexecutors.runner.link.Told;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A child JVM that runs one koan after another.
 *
 * <p>Threads: requests are made by one thread. Two daemon threads read the child's pipes, so that a child that prints can never block: one turns
 * messages into {@code events}, the other keeps the tail of everything else. They end with the child. {@code runName} is guarded by this: a message of
 * another run is dropped either when it is read, or when the next run begins.
 */
final class ChildJvm implements AutoCloseable {

    /** A child boots in half a second; beside a few full builds at a low priority it has taken over a minute. */
    private static final Duration START = Duration.ofMinutes(3);

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    private static final int TAIL_CHARS = 8 * 1024;
    private static final int MAX_LINE_CHARS = 1024 * 1024;

    private final Process process;
    private final OutputStream requests;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Tail strayOutput = new Tail(TAIL_CHARS);
    private String runName = "";
    private int readies;
    private final Set<Request.Part> warmed = EnumSet.noneOf(Request.Part.class);

    private ChildJvm(Process process) {
        this.process = process;
        this.requests = process.getOutputStream();
    }

    /** Returns as soon as the process exists: it boots while the caller does something else. */
    static ChildJvm start(ChildCommand command) {
        try {
            ChildJvm child = new ChildJvm(command.start());
            child.read("koan-child-messages", child.process.getInputStream(), child::message, child::ended);
            child.read("koan-child-errors", child.process.getErrorStream(), child.strayOutput::add, () -> {});
            return child;
        } catch (IOException refused) {
            throw new UncheckedIOException("No child JVM could be started", refused);
        }
    }

    private void read(String name, InputStream pipe, Consumer<String> line, Runnable end) {
        Thread reader = new Thread(
                () -> {
                    BoundedLines.forEach(pipe, MAX_LINE_CHARS, line);
                    end.run();
                },
                name + "-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    private synchronized void message(String line) {
        Optional<Told> told = JsonLines.read(line, Told.class).filter(one -> runName.equals(one.run()));
        if (told.isPresent()) {
            events.add(new Said(told.get().report()));
        } else if (!line.isEmpty()) {
            strayOutput.add(line);
        }
    }

    /** From now on only what is told of this run is heard, and what is printed is its own. */
    private synchronized void begin(String name) {
        runName = name;
        events.removeIf(Said.class::isInstance);
        strayOutput.clear();
    }

    private void ended() {
        events.add(new Ended());
    }

    private Event next(long deadlineNanos) throws InterruptedException {
        Event event = events.poll(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        return event == null ? new Silence() : event;
    }

    /** Waits until the child is up and warm, however long a starved machine takes, within reason; empty if it does, else how it ended. */
    Optional<String> awaitReady() throws InterruptedException {
        while (readies < 1 + warmed.size()) {
            Event event = next(System.nanoTime() + START.toNanos());
            if (!(event instanceof Said said)) {
                String late = "not up after " + START.toSeconds() + " s, as on a machine with too much to do; ";
                return Optional.of((event instanceof Silence ? late : "") + end());
            }
            readies += said.report() instanceof Report.Ready ? 1 : 0;
        }
        return Optional.empty();
    }

    /** Has a part of the kit made ready in the background, once; a child that is already gone says so when it is asked to run. */
    void warm(Request.Part part) {
        if (warmed.add(part)) {
            trySend(new Request.Warm(part));
        }
    }

    /** Runs one koan; gives up when no method starts or ends for {@code silence}. */
    ChildAnswer run(Request.Run request, Duration silence) throws InterruptedException {
        Optional<String> notReady = awaitReady();
        if (notReady.isPresent()) {
            return new ChildAnswer.NotStarted(notReady.get());
        }
        begin(request.name());
        Run run = new Run(silence);
        return trySend(request) ? run.listen() : run.died();
    }

    /** Whether the child could be told; if not, its pipe is closed, and so it is gone or going. */
    private boolean trySend(Request request) {
        try {
            requests.write((JsonLines.write(request) + "\n").getBytes(StandardCharsets.UTF_8));
            requests.flush();
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private String end() throws InterruptedException {
        boolean exited = process.waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        String how = exited ? "exit code " + process.exitValue() : "it had not exited yet";
        return "pid " + process.pid() + ", " + how;
    }

    /** Lets the child end by itself; whether it does so in time, and content. */
    boolean leaves(Duration limit) throws InterruptedException {
        try {
            requests.close();
        } catch (IOException gone) {
            return false;
        }
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
    }

    /** Whether its process is there. */
    boolean lives() {
        return process.isAlive();
    }

    /** Ends the child and whatever it started, at once. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** What may come from the child. */
    private sealed interface Event {}

    private record Said(Report report) implements Event {}

    /** The pipe ended: nothing comes after it. */
    private record Ended() implements Event {}

    private record Silence() implements Event {}

    /** What is known so far of the run in progress. */
    private final class Run {

        private final Duration silence;
        private final List<MethodResult> results = new ArrayList<>();
        private final List<RoundSeen> rounds = new ArrayList<>();
        private final StringBuilder printed = new StringBuilder();
        private String method = "";

        Run(Duration silence) {
            this.silence = silence;
        }

        ChildAnswer listen() throws InterruptedException {
            long deadline = System.nanoTime() + silence.toNanos();
            while (true) {
                Event next = next(deadline);
                if (next instanceof Ended) {
                    return died();
                }
                if (!(next instanceof Said said)) {
                    return hung();
                }
                switch (said.report()) {
                    case Report.Started started -> {
                        method = started.method();
                        deadline = System.nanoTime() + silence.toNanos();
                    }
                    case Report.Finished finished -> {
                        results.add(finished.result());
                        method = "";
                        deadline = System.nanoTime() + silence.toNanos();
                    }
                    case Report.Printed text -> printed.append(text.text());
                    case Report.Watched watched -> rounds.add(watched.round());
                    case Report.Done done -> {
                        return new ChildAnswer.Completed(results, printed(done.printedBytes()), rounds, done);
                    }
                    case Report.Ready again -> {}
                    case Report.Described late -> {}
                }
            }
        }

        ChildAnswer died() throws InterruptedException {
            return new ChildAnswer.Died(results, printed(0), method, end());
        }

        private ChildAnswer hung() throws InterruptedException {
            String threads = describe();
            close();
            return new ChildAnswer.Hung(results, printed(0), method, threads);
        }

        private String describe() throws InterruptedException {
            if (!trySend(new Request.Describe())) {
                return "";
            }
            long deadline = System.nanoTime() + LAST_WORDS.toNanos();
            Event next = next(deadline);
            while (next instanceof Said said) {
                if (said.report() instanceof Report.Described described) {
                    return described.threads();
                }
                next = next(deadline);
            }
            return "";
        }

        private Printed printed(long bytes) {
            String text = printed + strayOutput.text();
            return new Printed(text, Math.max(bytes, text.getBytes(StandardCharsets.UTF_8).length));
        }
    }
}
