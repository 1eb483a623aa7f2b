package koans.c05_sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import koans.kit.Guarantee;
import koans.kit.Interleaving;
import koans.kit.Interleaving.Second;
import koans.kit.Koan;
import koans.kit.Seen;

@Koan
class K0504CountTheWordsTest {

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final int CALLS = 4;

    @Guarantee(1)
    void everyOccurrenceAddsOne(Seen seen) {
        List<String> words = List.of("the", "cat", "the", "dog", "the");
        Map<String, Integer> before = new TreeMap<>(Map.of("the", 2, "of", 7));
        Map<String, Integer> expected = new TreeMap<>(Map.of("the", 5, "of", 7, "cat", 1, "dog", 1));
        ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>(before);

        K0504CountTheWords.count(words, counts);

        assertThat(counts)
                .withFailMessage(seen.as("alone", words, before, expected, new TreeMap<>(counts)))
                .isEqualTo(expected);
    }

    @Guarantee(2)
    void aFirstOccurrenceOvertakenIsNotLost(Seen seen) throws InterruptedException {
        nothingIsLost(seen, Map.of());
    }

    @Guarantee(2)
    void aLaterOccurrenceOvertakenIsNotLost(Seen seen) throws InterruptedException {
        nothingIsLost(seen, Map.of("the", 1));
    }

    /** The first thread is overtaken after its first call of the map, then after its second one, and so on. */
    private static void nothingIsLost(Seen seen, Map<String, Integer> before) throws InterruptedException {
        int expected = before.getOrDefault("the", 0) + 2;
        for (int call = 1; call <= CALLS; call++) {
            Overtaken map = new Overtaken(before, call);

            map.run("the", "the");

            int counted = map.real.getOrDefault("the", 0);
            assertThat(counted)
                    .withFailMessage(
                            seen.as("lost", before.getOrDefault("the", 0), counted, expected, call, map.overtakenAfter))
                    .isEqualTo(expected);
        }
    }

    @Guarantee(3)
    void whoCountsAnotherWordIsNotHeldUp(Seen seen) throws InterruptedException {
        Overtaken map = new Overtaken(Map.of("the", 1, "of", 1), 1);

        Second second = map.run("the", "of");

        assertThat(second)
                .withFailMessage(seen.as("heldUp", map.overtakenAfter))
                .isEqualTo(Second.WENT_THROUGH);
    }

    /** A map in which the first of two threads is held after one of its calls, until the second is done or stands still. */
    private static final class Overtaken {

        private final ConcurrentMap<String, Integer> real;
        private final Interleaving seam = Interleaving.holding(1, PATIENCE);
        private final AtomicInteger calls = new AtomicInteger();
        private final int holdAfter;
        private volatile String overtakenAfter = "none";

        Overtaken(Map<String, Integer> before, int holdAfter) {
            this.real = new ConcurrentHashMap<>(before);
            this.holdAfter = holdAfter;
        }

        /** Each thread has its own instance of its word, as two readers of a text would. */
        Second run(String first, String second) throws InterruptedException {
            ConcurrentMap<String, Integer> map = map();
            return seam.run(
                    () -> K0504CountTheWords.count(List.of(new String(first)), map),
                    () -> K0504CountTheWords.count(List.of(new String(second)), map));
        }

        @SuppressWarnings("unchecked")
        private ConcurrentMap<String, Integer> map() {
            return (ConcurrentMap<String, Integer>) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {ConcurrentMap.class}, this::call);
        }

        private Object call(Object proxy, Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            } finally {
                if (calls.incrementAndGet() == holdAfter) {
                    overtakenAfter = method.getName();
                    seam.pass();
                }
            }
        }
    }
}
