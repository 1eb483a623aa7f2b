package io.github.acrossexecutors.runner.host;

import io.github.acrossexecutors.runner.link.JsonLines;
import io.github.acrossexecutors.runner.link.Report;
import io.github.acrossexecutors.runner.link.Request;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The main class of the child JVM.
 *
 * <p>Protocol: the child says {@link Report.Ready}, then answers each {@link Request.Run} with reports that end in {@link Report.Done}. The main thread
 * reads requests and nothing else, so it notices at once when the runner is gone, even while a run hangs: then the child halts. Each run has a thread, a
 * thread group and a class loader of its own. {@code current} is written and read by the main thread alone.
 */
public final class KoanHost {

    /** Name of the class loader of a run: frames of the code under test carry it. */
    static final String LOADER = "koan";

    private static final String CLASS_PATH = "java.class.path";
    private static final int PRINT_CAP_BYTES = 64 * 1024;

    /** How long threads have to end after the methods did. What is red is told soon; a leak says no more about it. */
    private static final Duration LEAK_GRACE = Duration.ofSeconds(1);

    private static final Duration LEAK_GRACE_OF_RED = Duration.ofMillis(300);

    private final ReportLine line;
    private final CapturedOutput output;
    private final String ownClassPath = System.getProperty(CLASS_PATH);
    private @Nullable RunThreads current;

    private KoanHost(ReportLine line) {
        this.line = line;
        this.output = new CapturedOutput(line, PRINT_CAP_BYTES);
    }

    /**
     * Takes requests until the runner closes the pipe.
     *
     * @param args none
     * @throws IOException if the pipe breaks
     */
    public static void main(String[] args) throws IOException {
        InputStream requests = System.in;
        KoanHost host = new KoanHost(new ReportLine(new FileOutputStream(FileDescriptor.out)));
        System.setIn(InputStream.nullInputStream());
        PrintStream captured = new PrintStream(host.output, true, StandardCharsets.UTF_8);
        System.setOut(captured);
        System.setErr(captured);
        Runtime.getRuntime().addShutdownHook(new Thread(KoanHost::endWhatWasStarted, "koan-end"));
        host.serve(new BufferedReader(new InputStreamReader(requests, StandardCharsets.UTF_8)));
        endWhatWasStarted();
        Runtime.getRuntime().halt(0);
    }

    /** The runner cannot: whose child a process was is forgotten as soon as its parent is gone. */
    private static void endWhatWasStarted() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    private void serve(BufferedReader requests) throws IOException {
        WarmUp.everything();
        line.send(new Report.Ready());
        for (String text = requests.readLine(); text != null; text = requests.readLine()) {
            Optional<Request> request = JsonLines.read(text, Request.class);
            if (request.isPresent()) {
                answer(request.get());
            }
        }
    }

    private void answer(Request request) {
        switch (request) {
            case Request.Run run -> start(run);
            case Request.Warm warm -> {
                WarmUp.part(warm.part());
                line.send(new Report.Ready());
            }
            case Request.Describe describe ->
                line.send(new Report.Described(current == null ? "" : current.describe()));
        }
    }

    private void start(Request.Run request) {
        ThreadGroup group = new ThreadGroup(LOADER);
        RunThreads threads = new RunThreads(group, LOADER);
        current = threads;
        line.begin(request.name());
        output.beginRun();
        Thread thread = new Thread(group, () -> run(request, threads), "koan-run");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Request.Run request, RunThreads threads) {
        KoanRun run = new KoanRun(request, line);
        // So that a JVM which the run starts, a worker of a process pool for one, finds the run's classes, too.
        System.setProperty(
                CLASS_PATH, String.join(File.pathSeparator, request.classPath()) + File.pathSeparator + ownClassPath);
        System.setProperty("koans.deadline.seconds", String.valueOf(Math.max(1, request.deadlineMillis() / 1000)));
        String fault = "";
        List<String> leaked = List.of();
        try (URLClassLoader loader = new URLClassLoader(LOADER, urls(request), KoanHost.class.getClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            fault = run.runAll(loader);
            leaked = threads.leaked(run.failed() ? LEAK_GRACE_OF_RED : LEAK_GRACE);
        } catch (InterruptedException interrupted) {
            fault = "The thread of the run was interrupted.";
        } catch (IOException | RuntimeException | Error broken) {
            fault = "The test " + request.testClass() + " could not be run: " + broken + ".";
        }
        WatchedRounds.take().forEach(round -> line.send(new Report.Watched(round)));
        boolean reusable = fault.isEmpty() && leaked.isEmpty() && !run.timedOut();
        line.send(new Report.Done(fault, leaked, reusable, output.printedBytes()));
    }

    private static URL[] urls(Request.Run request) {
        return request.classPath().stream().map(KoanHost::url).toArray(URL[]::new);
    }

    private static URL url(String directory) {
        try {
            return Path.of(directory).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
