package koans.kit;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koans.api.Site;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The one WireMock server of a JVM, behind all its slow sites.
 *
 * <p>Its settings keep it from being the bottleneck: answers are scheduled, so a waiting request holds no thread; the
 * accept queue is long, because a dropped connection request is tried again only after a second; connections stay open
 * longer than the client keeps them, so the client never meets one that is just being closed.
 *
 * <p>A request passes three places. {@link Arrivals} counts it in on the thread that reads it. WireMock then schedules
 * the answer. {@link Departures} counts it out when the answer's body is first read, which is when it is about to be
 * written: counted out later, a client that has its answer could already have sent the next request. WireMock also
 * opens the body for its log; with a logged size of 0 it asks for no byte of it then.
 */
final class SlowServer {

    private static final int ANSWERING_THREADS = 10;
    private static final Pattern PATH = Pattern.compile("/site-(\\d{1,9})/page-(\\d{1,9})");

    private final Map<Integer, SlowSite> sites = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final WireMockServer server = new WireMockServer(wireMockConfig()
            .bindAddress("127.0.0.1")
            .dynamicPort()
            .http2PlainDisabled(true)
            .asynchronousResponseEnabled(true)
            .asynchronousResponseThreads(ANSWERING_THREADS)
            .threadPoolFactory(options -> daemons(options.containerThreads()))
            .jettyAcceptQueueSize(2000)
            .jettyIdleTimeout(600_000L)
            .disableRequestJournal()
            .maxLoggedResponseSize(0)
            .extensions(new Arrivals(), new Departures()));

    private SlowServer() {}

    /** So that the server keeps no JVM alive, and nobody who looks for threads left behind takes its for a learner's. */
    private static QueuedThreadPool daemons(int most) {
        QueuedThreadPool pool = new QueuedThreadPool(most);
        pool.setDaemon(true);
        return pool;
    }

    /** Started by whoever asks first; every other thread waits for that start. */
    static SlowServer shared() {
        return Holder.SERVER;
    }

    private static final class Holder {

        static final SlowServer SERVER = started();

        private static SlowServer started() {
            SlowServer slow = new SlowServer();
            slow.server.stubFor(any(anyUrl()).willReturn(ok()));
            slow.server.start();
            slow.warmUp();
            return slow;
        }
    }

    /** As many pages at once as there are threads that answer, so that all of these exist from now on. */
    private void warmUp() {
        try (SlowSite site = open();
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            site.latency(Duration.ofMillis(20))
                    .pages(ANSWERING_THREADS)
                    .forEach(page -> clients.execute(() -> Site.fetch(page)));
        }
    }

    SlowSite open() {
        int number = numbers.incrementAndGet();
        SlowSite site = new SlowSite(this, number);
        sites.put(number, site);
        return site;
    }

    void forget(int number) {
        sites.remove(number);
    }

    URI address(int number, int page) {
        return URI.create("http://127.0.0.1:" + server.port() + "/site-" + number + "/page-" + page);
    }

    /** A page that exists. */
    private record Page(SlowSite site, int index) {}

    private Optional<Page> page(ServeEvent event) {
        Matcher path = PATH.matcher(event.getRequest().getUrl());
        if (!path.matches()) {
            return Optional.empty();
        }
        SlowSite site = sites.get(Integer.parseInt(path.group(1)));
        return Optional.ofNullable(site).map(found -> new Page(found, Integer.parseInt(path.group(2))));
    }

    private final class Arrivals implements ResponseDefinitionTransformerV2 {

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            return page(event).map(page -> answer(event, page)).orElseGet(notFound()::build);
        }

        private ResponseDefinition answer(ServeEvent event, Page page) {
            page.site().arrived(event.getId(), page.index(), Client.of(event.getRequest()));
            ResponseDefinitionBuilder answer =
                    page.site().has(page.index()) ? ok(page.site().body(page.index())) : notFound();
            return answer.withFixedDelay((int) page.site().latencyMillis(page.index()))
                    .build();
        }

        @Override
        public String getName() {
            return "arrivals";
        }
    }

    private final class Departures implements ResponseTransformerV2 {

        @Override
        public Response transform(Response response, ServeEvent event) {
            byte[] body = response.getBody();
            return page(event)
                    .map(page -> {
                        AtomicBoolean left = new AtomicBoolean();
                        Runnable leave = () -> page.site().leaves(event.getId());
                        return Response.Builder.like(response)
                                .body(() -> new Departing(body, leave, left))
                                .build();
                    })
                    .orElse(response);
        }

        @Override
        public String getName() {
            return "departures";
        }
    }

    /** A body that counts its request out when it is first read. */
    private static final class Departing extends InputStream {

        private final InputStream body;
        private final Runnable leave;
        private final AtomicBoolean left;

        Departing(byte[] body, Runnable leave, AtomicBoolean left) {
            this.body = new ByteArrayInputStream(body);
            this.leave = leave;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            leave();
            return body.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            leave();
            return body.read(buffer, offset, length);
        }

        private void leave() {
            if (left.compareAndSet(false, true)) {
                leave.run();
            }
        }
    }
}
