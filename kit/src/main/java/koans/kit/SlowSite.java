package koans.kit;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import koans.api.Site;

/**
 * A web site that takes its time: every page is answered after 100 ms, unless told otherwise. A parameter of a
 * {@link Guarantee} method; each test has its own, so counts are that test's alone.
 *
 * <pre>{@code
 * List<URI> pages = site.pages(4);
 * site.together(4);            // answers only when 4 requests are in flight, or after a second
 * ...
 * site.peakInFlight();         // 4
 * }</pre>
 *
 * <p>A request is in flight from its arrival until the first byte of its answer is about to leave. So a client that
 * asks for one page after another has a peak of exactly 1, however fast it is.
 *
 * <p>Limits: up to about 200 requests at once stay near the latency on two cores.
 *
 * <p><b>Threads:</b> may be shared. Set it up before the first request.
 */
public final class SlowSite implements AutoCloseable {

    /** How long {@link #together} waits for the others: long beside thread starts on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** Between two answers of {@link #lastFirst}: enough for a client to handle one before it gets the next. */
    private static final Duration STEP = Duration.ofMillis(20);

    // Requests of all sites, for there is one network. Written by the server's threads, read by whoever looks for
    // stillness.
    private static final AtomicInteger HELD = new AtomicInteger();

    private final SlowServer server;
    private final int number;

    // Written by the server's threads, read by anyone.
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    private final Map<UUID, Timeline.Seeing> seen = new ConcurrentHashMap<>();

    // Written by the test before its first request, read by the server's threads.
    private volatile int pages;
    private volatile Duration latency = Duration.ofMillis(100);
    private volatile Duration step = Duration.ZERO;
    private volatile CountDownLatch gathering = new CountDownLatch(0);

    SlowSite(SlowServer server, int number) {
        this.server = server;
        this.number = number;
    }

    /**
     * Start the server behind all slow sites, if it does not run yet, and serve one page from it: the first test of a
     * JVM would pay a second or two for it. For whoever has time before.
     */
    public static void warmUp() {
        SlowServer.shared();
    }

    static SlowSite open() {
        return SlowServer.shared().open();
    }

    /**
     * Have this many pages.
     *
     * @param count how many, 1 to 10,000
     * @return their addresses, page 0 first
     * @throws IllegalArgumentException if {@code count} is out of range
     */
    public List<URI> pages(int count) {
        if (count < 1 || count > 10_000) {
            throw new IllegalArgumentException("A slow site has 1 to 10,000 pages, not " + count + ".");
        }
        pages = count;
        return IntStream.range(0, count)
                .mapToObj(page -> server.address(number, page))
                .toList();
    }

    /**
     * Tell what a page says; no two pages of a JVM's sites say the same, nor are neighbours of equal length.
     *
     * @param page the page's index in {@link #pages}
     * @return its text
     */
    public String body(int page) {
        return "page " + page + " of site " + number + " " + ".".repeat(page % 7 + 1);
    }

    /**
     * Tell what all pages say.
     *
     * @return the texts in the order of {@link #pages}
     */
    public List<String> bodies() {
        return IntStream.range(0, pages).mapToObj(this::body).toList();
    }

    /**
     * Take this long for every answer.
     *
     * @param latency from a request's arrival to its answer, 1 ms to 10 s
     * @return this site
     * @throws IllegalArgumentException if {@code latency} is out of range
     */
    public SlowSite latency(Duration latency) {
        if (latency.toMillis() < 1 || latency.toMillis() > 10_000) {
            throw new IllegalArgumentException("A slow site takes 1 ms to 10 s, not " + latency + ".");
        }
        this.latency = latency;
        return this;
    }

    /**
     * Answer the last page first: each page takes 20 ms longer than the one after it, so that pages asked for at once
     * come back in the opposite order.
     *
     * @return this site
     */
    public SlowSite lastFirst() {
        return lastFirst(STEP);
    }

    /**
     * Answer the last page first, with this much time between two answers: the larger it is, the surer a client that does
     * not wait for the first page is gone before its answer comes.
     *
     * @param step how much longer each page takes than the one after it, 1 ms to 1 s
     * @return this site
     * @throws IllegalArgumentException if {@code step} is out of range
     */
    public SlowSite lastFirst(Duration step) {
        if (step.toMillis() < 1 || step.toMillis() > 1_000) {
            throw new IllegalArgumentException("A slow site answers 1 ms to 1 s apart, not " + step + ".");
        }
        this.step = step;
        return this;
    }

    /**
     * Answer nobody until this many requests have come in, or until a request has waited a second for the others. So
     * requests that can overlap do, however slowly their threads start; and what does not overlap costs one second.
     *
     * @param count how many requests belong together, at least 1
     * @return this site
     * @throws IllegalArgumentException if {@code count} is below 1
     */
    public SlowSite together(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("At least 1 request comes together, not " + count + ".");
        }
        gathering = new CountDownLatch(count);
        return this;
    }

    /**
     * Divide the test: what follows is a round of its own in the timeline of the run; after the same name again another round
     * of the same.
     *
     * @param name what the learner reads beside it
     * @return this site
     */
    public SlowSite round(String name) {
        Timeline.ofThisJvm().round(name);
        return this;
    }

    /**
     * Count what was asked for so far, missing pages too.
     *
     * @return the number of requests that arrived
     */
    public int requests() {
        return requests.get();
    }

    /**
     * Tell how many requests waited for their answer at the same time, at most.
     *
     * @return the peak since the test began
     */
    public int peakInFlight() {
        return peak.get();
    }

    /**
     * Tell how many requests wait for their answer now.
     *
     * @return the number in flight
     */
    public int inFlight() {
        return inFlight.get();
    }

    /** Stop answering: later requests get a 404. */
    @Override
    public void close() {
        server.forget(number);
    }

    /** Whether no answer is on its way, nor a question: whoever asked waits for a site that holds the answer back. */
    static boolean holdsAllRequests() {
        return Site.underWay() == HELD.get();
    }

    boolean has(int page) {
        return page < pages;
    }

    long latencyMillis(int page) {
        return latency.plus(step.multipliedBy(Math.max(0, pages - 1 - page))).toMillis();
    }

    void arrived(UUID request, int page, Client client) {
        seen.put(request, sees(page, client));
        requests.incrementAndGet();
        peak.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        gathering.countDown();
    }

    private static Timeline.Seeing sees(int page, Client client) {
        Timeline timeline = Timeline.ofThisJvm();
        return switch (client) {
            case Client.Here here -> timeline.sees(page, here.threadId(), here.threadName());
            case Client.Elsewhere other ->
                timeline.seesElsewhere(page, "process-" + other.pid() + " #" + other.threadId());
            case Client.Unknown unknown -> timeline.seesElsewhere(page, "another client");
        };
    }

    /** Called by the thread that answers, before the first byte leaves. */
    void leaves(UUID request) {
        CountDownLatch others = gathering;
        HELD.incrementAndGet();
        try {
            if (!KitClock.await(others, PATIENCE)) {
                giveUp(others);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Optional.ofNullable(seen.remove(request)).ifPresent(Timeline.Seeing::ends);
            HELD.decrementAndGet();
            inFlight.decrementAndGet();
        }
    }

    private static void giveUp(CountDownLatch others) {
        while (others.getCount() > 0) {
            others.countDown();
        }
    }
}
