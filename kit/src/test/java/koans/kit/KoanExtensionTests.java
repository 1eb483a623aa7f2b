package koans.kit;

import static koans.kit.KoanRun.assertFails;
import static koans.kit.KoanRun.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.github.acrossexecutors.process.ProcessPool;
import java.time.Duration;
import java.util.List;
import koans.api.NotYetWritten;
import koans.api.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;

@DisplayName("A koan's test")
class KoanExtensionTests {

    @AfterEach
    void forgetTheDeadline() {
        System.clearProperty(Watchdog.DEADLINE_PROPERTY);
    }

    @Test
    @DisplayName("runs in the order of its guarantees, named by them")
    void orderAndNames() {
        EngineExecutionResults results = run(K9901NamedTest.class);

        assertThat(results.testEvents().succeeded().stream()
                        .map(event -> event.getTestDescriptor().getDisplayName()))
                .containsExactly(
                        "1. The sum is two.", "1. The sum is two.", "2. The order is kept.", "3. Nothing hangs.");
        assertThat(results.testEvents().succeeded().stream().map(KoanExtensionTests::methodName))
                .containsExactly("b()", "d()", "c()", "a()");
        assertThat(results.containerEvents().started().stream()
                        .map(event -> event.getTestDescriptor().getDisplayName()))
                .contains("9901 Demo");
    }

    @Test
    @DisplayName("gives each method a site of its own")
    void ownSite() {
        run(K9901SiteTest.class)
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(2).failed(0));
    }

    @Test
    @DisplayName("is given the rules of the class it is named after")
    void rules() {
        run(K9902SubjectTest.class)
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(1).failed(0));
    }

    @Test
    @DisplayName("fails in the words of the text")
    void words() {
        assertFails(
                K9901WordsTest.class,
                AssertionError.class,
                "1. The sum is two.\nExpected 2, seen 3. This usually means a slip.");
    }

    @Test
    @DisplayName("lets a stub's own exception out")
    void stub() {
        assertFails(K9901StubTest.class, NotYetWritten.class, "Not yet written: add one and one");
    }

    @Test
    @DisplayName("is stopped at its deadline")
    void deadline() {
        System.setProperty(Watchdog.DEADLINE_PROPERTY, "1");

        run(K9901HangingTest.class)
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("hangs"),
                                finishedWithFailure(message(text -> text.startsWith("Not done after 1 s")))))
                .haveExactly(1, event(test("goesOn"), finishedSuccessfully()));
    }

    @Test
    @DisplayName("ends the processes that a method left, and those that come in their places")
    void processes() {
        run(K9901ProcessTest.class)
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(2).failed(0));
    }

    private static String methodName(Event event) {
        return event.getTestDescriptor().getLegacyReportingName();
    }

    @Koan
    static class K9901NamedTest {

        @Guarantee(3)
        void a() {}

        @Guarantee(1)
        void b() {}

        @Guarantee(2)
        void c() {}

        @Guarantee(1)
        void d() {}
    }

    @Koan
    static class K9901SiteTest {

        @Guarantee(1)
        void once(SlowSite site) {
            fetchOnePage(site);
        }

        @Guarantee(2)
        void onceMore(SlowSite site) {
            fetchOnePage(site);
        }

        private static void fetchOnePage(SlowSite site) {
            List<String> texts = site.latency(Duration.ofMillis(1)).pages(1).stream()
                    .map(Site::fetch)
                    .toList();
            assertThat(texts).isEqualTo(site.bodies());
            assertThat(site.requests()).isEqualTo(1);
        }
    }

    @Koan
    static class K9902SubjectTest {

        @Guarantee(1)
        void started(Seen seen, Rules rules) {
            rules.mustCall(Thread.class, "start").otherwise(seen, "missing");
        }
    }

    @Koan
    static class K9901WordsTest {

        @Guarantee(1)
        void wrong(Seen seen) {
            assertThat(3).withFailMessage(seen.as("sum", 2, 3)).isEqualTo(2);
        }
    }

    @Koan
    static class K9901StubTest {

        @Guarantee(1)
        void stub() {
            throw new NotYetWritten("add one and one");
        }
    }

    /** The first leaves a pool open, which starts a worker for each that ends. */
    @Koan
    static class K9901ProcessTest {

        private static long pid;

        @Guarantee(1)
        void leavesAPool() throws Exception {
            ProcessPool pool =
                    ProcessPool.builder().workers(1).output(line -> {}).build();
            pid = pool.submit(() -> ProcessHandle.current().pid()).get();
            assertThat(ProcessHandle.of(pid)).isPresent();
        }

        @Guarantee(2)
        void findsNothing() {
            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(ProcessHandle.current().children()).isEmpty();
        }
    }

    @Koan
    static class K9901HangingTest {

        @Guarantee(1)
        void hangs() throws InterruptedException {
            Thread.sleep(Duration.ofHours(1));
        }

        @Guarantee(2)
        void goesOn() {}
    }
}
