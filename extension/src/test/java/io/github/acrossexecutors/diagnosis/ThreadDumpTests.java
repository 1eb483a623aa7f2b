package io.github.acrossexecutors.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reads the plain-text dumps of the JDK, as far as they tell states and locks. */
class ThreadDumpTests {

    private static final String JDK_25 = """
            24087
            2026-11-21T22:34:23.201107648Z
            25.0.3+9-LTS

            #13 "Finalizer" WAITING 2026-11-21T22:34:23.219857983Z
                at java.base/java.lang.Object.wait0(Native Method)
                - waiting on <java.lang.ref.ReferenceQueue$Lock@759d26fb>
                at java.base/java.lang.Object.wait(Object.java:389)
                at java.base/java.lang.ref.ReferenceQueue.remove(ReferenceQueue.java:215)
                - locked <java.lang.ref.ReferenceQueue$Lock@759d26fb>
                at java.base/java.lang.ref.Finalizer$FinalizerThread.run(Finalizer.java:165)

            #14 "Signal Dispatcher" RUNNABLE 2026-11-21T22:34:23.220041527Z

            #23 "v1" virtual BLOCKED 2026-11-21T22:34:23.220500342Z
                at P.lambda$main$0(P.java:6)
                - locked <java.lang.Object@73700b80>
                - waiting to lock <java.lang.Object@49c7b90e>
                at java.base/java.lang.VirtualThread.run(VirtualThread.java:460)

            #28 "v3 "q"" virtual WAITING 2026-11-21T22:34:23.220600721Z
                at java.base/java.lang.VirtualThread.park(VirtualThread.java:742)
                - parking to wait for <java.util.concurrent.locks.ReentrantLock$NonfairSync@10d307f1>
                at java.base/java.util.concurrent.locks.LockSupport.park(LockSupport.java:221)
                at my-app//com.acme.Kontoführung.überweise-impl(Konto.kt:10)

            #32 "" virtual TIMED_WAITING 2026-11-21T22:34:23.220442095Z
                at java.base/java.lang.Thread.sleep(Thread.java:540)
            """;

    private static final String JDK_21 = """
            4711
            2026-11-21T21:59:59.201107Z
            21.0.5+11-LTS

            #1 "main"
                  java.base/java.lang.Thread.dumpThreads(Native Method)
                  P.main(P.java:18)

            #22 "v1" virtual
                  java.base/java.lang.VirtualThread.park(VirtualThread.java:592)
                  P.lambda$main$0(P.java:6)
            """;

    private final Map<Long, ThreadSnapshot> threads = ThreadDump.parse(JDK_25);

    private ThreadSnapshot thread(long id) {
        assertThat(threads).containsKey(id);
        return threads.getOrDefault(id, ThreadSnapshot.of(Thread.currentThread()));
    }

    @Test
    void findsEveryThreadByItsIdentifier() {
        assertThat(threads).containsOnlyKeys(13L, 14L, 23L, 28L, 32L);
        assertThat(threads.values())
                .extracting(ThreadSnapshot::name)
                .containsExactlyInAnyOrder("Finalizer", "Signal Dispatcher", "v1", "v3 \"q\"", "thread #32");
    }

    @Test
    void readsStateFramesAndMonitors() {
        assertThat(thread(23))
                .isEqualTo(new ThreadSnapshot(
                        23,
                        "v1",
                        "BLOCKED",
                        java.util.List.of(
                                "P.lambda$main$0(P.java:6)",
                                "java.base/java.lang.VirtualThread.run(VirtualThread.java:460)"),
                        "java.lang.Object@49c7b90e",
                        null,
                        java.util.Set.of("java.lang.Object@73700b80")));
    }

    @Test
    void readsWhatAThreadIsParkedFor() {
        assertThat(thread(28).waitsFor()).isEqualTo("java.util.concurrent.locks.ReentrantLock$NonfairSync@10d307f1");
    }

    @Test
    void readsFramesWithAnyCharactersInTheirNames() {
        assertThat(thread(28).place()).isEqualTo("my-app//com.acme.Kontoführung.überweise-impl(Konto.kt:10)");
    }

    @Test
    void doesNotCountAMonitorAsHeldByTheThreadThatLetGoOfItToWait() {
        assertThat(thread(13).waitsFor()).isEqualTo("java.lang.ref.ReferenceQueue$Lock@759d26fb");
        assertThat(thread(13).holds()).isEmpty();
    }

    @Test
    void placesAThreadThatIsInTheJdkAlone() {
        assertThat(thread(32).place()).isEqualTo("java.base/java.lang.Thread.sleep(Thread.java:540)");
        assertThat(thread(14).place()).isEqualTo("an unknown place");
    }

    @Test
    void takesNothingFromADumpWithoutStates() {
        assertThat(ThreadDump.parse(JDK_21)).isEmpty();
    }

    @Test
    void takesNothingFromNothing() {
        assertThat(ThreadDump.parse("")).isEmpty();
    }

    @Test
    void takesTheFirstOfTwoThreadsWithOneIdentifier() {
        String twice = "#7 \"a\" RUNNABLE now\n\n#7 \"b\" RUNNABLE now\n";

        assertThat(ThreadDump.parse(twice).values())
                .extracting(ThreadSnapshot::name)
                .containsExactly("a");
    }
}
