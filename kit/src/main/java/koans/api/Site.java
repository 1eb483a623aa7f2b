package koans.api;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Fetches pages the plain way: the calling thread waits until the page is there.
 *
 * <pre>{@code String body = Site.fetch(page);}</pre>
 *
 * <p><b>Threads:</b> may be called by any number of threads at once; they share one client and never wait for each
 * other. Like all blocking code it ends early when the waiting thread is interrupted.
 */
public final class Site {

    /**
     * HTTP/1.1, because a server may refuse a thousand streams on one HTTP/2 connection. The client's own work runs on
     * virtual threads: they belong to no thread group and do not linger, so a test that counts the threads a learner
     * started never counts the client's. Made by the first who fetches.
     */
    private static final class Client {

        static final HttpClient SHARED = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("site-client-", 1).factory()))
                .build();
    }

    // Written by whoever fetches, read by tests.
    private static final AtomicInteger UNDER_WAY = new AtomicInteger();

    /** Says who asks: the process, the number of the thread in it, and the thread's name, encoded as in a URL. */
    private static final String WORKER = "Koan-Worker";

    private static final long PID = ProcessHandle.current().pid();

    private Site() {}

    /**
     * Tell how many fetches are under way in this JVM.
     *
     * @return how many have begun and not come back
     */
    public static int underWay() {
        return UNDER_WAY.get();
    }

    /**
     * Fetch a page and wait for it.
     *
     * @param page where the page is
     * @return the page's text
     * @throws UncheckedIOException if the page cannot be had: no answer, an answer other than 200, or the thread was
     *     interrupted while it waited (its interrupted flag is then set again)
     */
    public static String fetch(URI page) {
        UNDER_WAY.incrementAndGet();
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(page).header(WORKER, worker()).build();
            HttpResponse<String> response = Client.SHARED.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("GET " + page + " was answered with status " + response.statusCode()
                        + ", expected 200. Is it one of the pages you were given?");
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted =
                    new InterruptedIOException("interrupted while waiting for GET " + page);
            interrupted.initCause(e);
            throw new UncheckedIOException(interrupted);
        } finally {
            UNDER_WAY.decrementAndGet();
        }
    }

    private static String worker() {
        Thread thread = Thread.currentThread();
        return PID + "/" + thread.threadId() + "/" + URLEncoder.encode(thread.getName(), StandardCharsets.UTF_8);
    }
}
