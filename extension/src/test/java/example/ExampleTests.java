package example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;
import org.junit.platform.testkit.engine.Events;

@DisplayName("The example in the README")
class ExampleTests {

    private static Events run(Class<?> testClass) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testClass))
                .configurationParameter("across.table", "false")
                .configurationParameter("across.report", "false")
                .execute()
                .allEvents();
    }

    @Test
    @DisplayName("passes, with a node per model")
    void passes() {
        Events events = run(PriceServiceTest.class);

        assertThat(events.failed().list()).isEmpty();
        assertThat(events.list())
                .filteredOn(ExampleTests::isEndOfATest)
                .extracting(event -> event.getTestDescriptor().getDisplayName())
                .contains(
                        "quotesAPrice() under SEQUENTIAL",
                        "quotesAPrice() under PLATFORM_THREADS",
                        "quotesAPrice() under FIXED_POOL",
                        "quotesAPrice() under FORK_JOIN",
                        "quotesAPrice() under VIRTUAL_THREADS",
                        "quotesAPrice() under EVENT_LOOP",
                        "countsEachQuestion(Task) under FIXED_POOL",
                        "addsUpABasket(ExecutorService) under FIXED_POOL",
                        "quotesLater(Task) under EVENT_LOOP",
                        "quotesAtCheckout() under CheckoutPool");
    }

    @Test
    @DisplayName("is as fast as it expects, or the machine cannot tell")
    void expectsSpeedups() {
        Events events = run(SlowPagesTest.class);

        assertThat(events.failed().list()).isEmpty();
        assertThat(events.list())
                .filteredOn(ExampleTests::isEndOfATest)
                .extracting(event -> event.getTestDescriptor().getDisplayName())
                .contains(
                        "waitsForAPage(): VIRTUAL_THREADS at least 10x SEQUENTIAL",
                        "waitsForAPage(): FIXED_POOL at least 0.7 of ideal over SEQUENTIAL",
                        "racesTwoWaysToWait()");
    }

    @Test
    @DisplayName("passes on a class too, all four tests in it under each model this JDK has")
    void passesOnAClass() {
        Events events = run(ExistingSuiteTest.class);

        assertThat(events.failed().list()).isEmpty();
        int models = Runtime.version().feature() < 21 ? 2 : 3;
        assertThat(events.succeeded().filter(ExampleTests::isEndOfATest)).hasSize(4 * models);
    }

    private static boolean isEndOfATest(Event event) {
        boolean isEnd = event.getType() == EventType.FINISHED || event.getType() == EventType.SKIPPED;
        return isEnd && event.getTestDescriptor().isTest();
    }
}
