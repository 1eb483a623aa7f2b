package io.github.acrossexecutors.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import io.github.acrossexecutors.timing.Timings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Drives the page in headless Chromium; {@code .ci/browser} runs it. */
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
@DisplayName("report.html in a browser")
class PageTests {

    private static final long MILLI = 1_000_000;
    private static final String HOSTILE =
            "</script><script>alert(1)</script> <img src=x onerror=alert(2)> \" ' & 😀 \u05d0\u05d1";
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String TIMELINE = "echarts.getInstanceByDom(document.getElementById('timeline'))";
    private static final String BARS = "echarts.getInstanceByDom(document.getElementById('bars'))";

    private Optional<Browser> started = Optional.empty();

    @BeforeAll
    void openThePage(@TempDir Path directory) throws IOException, InterruptedException {
        Optional<Path> chromium = Browser.installed();
        Assumptions.assumeTrue(chromium.isPresent(), "CHROMIUM names no browser; .ci/browser installs one");
        Path own = Files.createDirectories(directory.resolve("across-executors-7-" + JsonReport.jvmStartedMillis()));
        JsonReport report = JsonReport.start(own.resolve("report.json"));
        report.append(test("waitsForAPage", "SEQUENTIAL", 1, 32, 640));
        report.append(test("waitsForAPage", "FIXED_POOL", 8, 32, 80));
        report.append(test("waitsForAPage", "VIRTUAL_THREADS", 32, 32, 20));
        report.append(Records.speedup(true));
        report.append(test(HOSTILE, "SEQUENTIAL", 1, 4, 40));
        report.append(test("countsToTenThousand", "FIXED_POOL", 16, 10_000, 900));
        Files.createDirectories(directory.resolve("profile"));
        Browser browser = Browser.start(chromium.get(), directory.resolve("profile"));
        started = Optional.of(browser);
        browser.look(1280, 1000, false);
        browser.open(RunReport.write(report).toUri());
    }

    @AfterAll
    void close() throws InterruptedException {
        if (started.isPresent()) {
            started.get().stop();
        }
    }

    private Browser browser() {
        return started.orElseThrow();
    }

    /** Three rounds of which the second is the median one; tasks follow each other on each worker. */
    private static TestRecord test(String name, String model, int workers, int tasks, long wallMillis) {
        long took = wallMillis * MILLI * Math.min(workers, tasks) / tasks;
        List<Round> rounds = IntStream.rangeClosed(1, 3)
                .mapToObj(number -> {
                    List<Span> spans = IntStream.range(0, tasks)
                            .mapToObj(task -> new Span(
                                    task,
                                    model + "-" + task % workers + " " + name,
                                    took * (task / workers),
                                    took * (task / workers + 1),
                                    model.equals("VIRTUAL_THREADS") ? OptionalLong.empty() : OptionalLong.of(took / 4)))
                            .toList();
                    return new Round(number, false, (wallMillis + number - 2) * MILLI, 0, 0, spans);
                })
                .toList();
        return new TestRecord(
                "com.acme.PriceServiceTest",
                "quotes",
                name,
                name,
                name + model,
                "copies",
                TestStatus.PASSED,
                List.of("noted of each"),
                new Timings(model, OptionalInt.of(workers), tasks, rounds));
    }

    /** Choose a test by its place in the overview and wait until it is shown. */
    private void choose(int test) {
        String name = browser()
                .evaluate("document.querySelectorAll('#tests tbody th a')[" + test + "].textContent")
                .asText();
        browser().evaluate("document.querySelectorAll('#tests tbody th a')[" + test + "].click()");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> browser()
                        .evaluate("document.getElementById('test-title').textContent")
                        .asText()
                        .equals(name));
    }

    @Test
    @DisplayName("has a bar per model at its median, with interval and ideal")
    void showsBars() {
        choose(0);
        JsonNode series = browser().evaluate(BARS + ".getOption().series.map(each => [each.name, each.data])");

        assertThat(series.at("/0/1")).hasToString("[640000000,80000000,20000000]");
        assertThat(series.at("/1/1/0")).hasToString("[0,639000000,641000000]");
        assertThat(series.at("/2/1/0")).hasToString("[80000000,1]");
        assertThat(browser().errors()).isEmpty();
    }

    @Test
    @DisplayName("has a bar per span, at its time, on its worker's lane, filled by what it ran")
    void showsSpans() {
        choose(0);
        JsonNode data = browser().evaluate(TIMELINE + ".getOption().series.map(each => each.data)");

        assertThat(data).hasSize(3).allSatisfy(spans -> assertThat(spans).hasSize(32));
        assertThat(data.at("/1/9")).hasToString("[1,20000000,40000000,0.25,9]");
        assertThat(data.at("/2/31/3").asInt()).isEqualTo(-1);
        assertThat(browser().evaluate(TIMELINE + ".getOption().yAxis.map(axis => axis.data.length)"))
                .hasToString("[1,8,32]");
        assertThat(browser().errors()).isEmpty();
    }

    @Test
    @DisplayName("draws spans where they belong: the last of the pool's ends at an eighth of the scale")
    void drawsToScale() {
        choose(0);
        JsonNode pixels = browser()
                .evaluate("(c => [0, 80e6, 640e6].map(t => c.convertToPixel({xAxisIndex: 1}, t)))(" + TIMELINE + ")");
        double wide = pixels.get(2).asDouble() - pixels.get(0).asDouble();

        assertThat(pixels.get(1).asDouble() - pixels.get(0).asDouble()).isCloseTo(wide / 8, within(1.0));
        assertThat(wide).isGreaterThan(500);
    }

    @Test
    @DisplayName("zooms by buttons and keys")
    void zooms() {
        choose(0);
        String window = "(z => [z.start, z.end])(" + TIMELINE + ".getOption().dataZoom[0])";
        browser().evaluate("document.querySelector('[data-zoom=in]').click()");
        assertThat(browser().evaluate(window)).hasToString("[25,75]");
        assertThat(browser()
                        .evaluate(TIMELINE + ".getModel().getComponent('xAxis', 2).axis.scale.getExtent()[0]")
                        .asDouble())
                .isCloseTo(160.25e6, within(1e6));
        browser().evaluate("document.getElementById('timeline').focus()");
        browser().press("0");
        await().until(() -> browser().evaluate(window).toString().equals("[0,100]"));
    }

    @Test
    @DisplayName("reads a bar out to whoever walks there by arrow keys")
    void readsOut() {
        choose(0);
        browser().evaluate("document.getElementById('timeline').focus()");
        browser().press("ArrowRight");
        browser().press("ArrowDown");

        await().until(() -> browser()
                .evaluate("document.getElementById('reader').textContent")
                .asText()
                .startsWith("task 0 on FIXED_POOL-0 waitsForAPage; FIXED_POOL, round 2; from 0 to 20.0 ms, 20.0 ms; "
                        + "ran 5.00 ms on a CPU, waited 15.0 ms"));
    }

    @Test
    @DisplayName("shows a hostile name as the text it is")
    void showsTextAsText() {
        choose(1);

        assertThat(browser()
                        .evaluate("document.getElementById('test-title').textContent")
                        .asText())
                .isEqualTo(HOSTILE);
        browser().evaluate(TIMELINE + ".dispatchAction({type: 'showTip', seriesIndex: 0, dataIndex: 1})");
        assertThat(browser()
                        .evaluate("document.querySelector('#timeline .tip b').textContent")
                        .asText())
                .isEqualTo("task 1 on SEQUENTIAL-0 " + HOSTILE);
        assertThat(browser().evaluate("document.images.length").asInt()).isZero();
        assertThat(browser().errors()).isEmpty();
    }

    @Test
    @DisplayName("holds ten thousand spans")
    void holdsManySpans() {
        choose(2);

        assertThat(browser()
                        .evaluate(TIMELINE + ".getOption().series[0].data.length")
                        .asInt())
                .isEqualTo(10_000);
        assertThat(browser().errors()).isEmpty();
    }

    @Test
    @DisplayName("finds a test by a part of its name")
    void filters() {
        String type = "(f => {f.value = '%s'; f.dispatchEvent(new Event('input'))})(document.getElementById('filter'))";
        browser().evaluate(String.format(type, "waits"));
        assertThat(browser()
                        .evaluate("[...document.querySelectorAll('#tests tbody tr')].filter(row => !row.hidden).length")
                        .asInt())
                .isEqualTo(1);
        browser().evaluate(String.format(type, ""));
    }

    @Test
    @DisplayName("prints black on white, with the names of the workers and without what is to be clicked")
    void prints() throws IOException {
        choose(0);
        browser().look(717, 1400, true); // A4 within its margins
        browser().print(true);
        await().until(() ->
                !browser().evaluate(TIMELINE + ".getOption().dataZoom[0].show").asBoolean());

        assertThat(browser()
                        .evaluate("getComputedStyle(document.body).backgroundColor")
                        .asText())
                .isEqualTo("rgb(255, 255, 255)");
        assertThat(browser()
                        .evaluate(TIMELINE + ".getOption().yAxis[1].axisLabel.show")
                        .asBoolean())
                .isTrue();
        assertThat(browser()
                        .evaluate("[...document.querySelectorAll('button, input, .screen')]"
                                + ".filter(each => each.checkVisibility()).length")
                        .asInt())
                .isZero();
        assertThat(browser().evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(717);
        browser().screenshot(SCREENSHOTS.resolve("print.png"));
        browser().print(false);
        browser().look(1280, 1000, false);
        assertThat(browser().errors()).isEmpty();
    }

    @Test
    @DisplayName("explains the ideal only where one is drawn")
    void legend() {
        String ideal = "document.querySelector('.legend .ideal').checkVisibility()";
        choose(0);
        assertThat(browser().evaluate(ideal).asBoolean()).isTrue();
        choose(2);
        assertThat(browser().evaluate(ideal).asBoolean()).isFalse();
    }

    @Test
    @DisplayName("tells once what is noted of all models")
    void notes() {
        choose(0);
        assertThat(browser().evaluate("[...document.querySelectorAll('#notes li')].map(each => each.textContent)"))
                .hasToString("[\"noted of each\"]");
    }

    @Test
    @DisplayName("fits a telephone, a dark room and a desk")
    void fits() throws IOException {
        choose(0);
        for (boolean dark : new boolean[] {false, true}) {
            for (int width : new int[] {400, 1280}) {
                browser().look(width, 1400, dark);
                await().until(() -> browser()
                        .evaluate(TIMELINE + ".getWidth() <= window.innerWidth")
                        .asBoolean());
                assertThat(browser()
                                .evaluate("document.documentElement.scrollWidth")
                                .asInt())
                        .as("%d px", width)
                        .isLessThanOrEqualTo(width);
                assertThat(browser()
                                .evaluate("getComputedStyle(document.body).backgroundColor")
                                .asText())
                        .isEqualTo(dark ? "rgb(16, 20, 26)" : "rgb(255, 255, 255)");
                browser().screenshot(SCREENSHOTS.resolve((dark ? "dark-" : "light-") + width + ".png"));
            }
        }
        browser().look(1280, 1000, false);
        assertThat(browser().errors()).isEmpty();
    }
}
