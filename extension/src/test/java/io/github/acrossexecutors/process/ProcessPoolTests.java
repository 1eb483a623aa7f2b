package io.github.acrossexecutors.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What a pool does when nothing goes wrong; one pool serves all tests that leave its workers alone. */
@Timeout(60)
class ProcessPoolTests {

    private static final class Counter {
        static int initialized;
        static int executed;

        private Counter() {}
    }

    private static ProcessPool pool = builder().build();

    private static ProcessPoolBuilder builder() {
        return ProcessPool.builder()
                .workers(2)
                .jvmArgs("-Xmx64m")
                .shared(Map.of("site", "http://127.0.0.1:8080"))
                .cpuTimes(true)
                .initializer(() -> Counter.initialized++);
    }

    @BeforeAll
    static void everyWorkerIsThere() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Workers.those(pool, WorkerStatus.State.IDLE).size() == 2);
    }

    @AfterAll
    static void closed() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Workers.those(pool, WorkerStatus.State.IDLE).size() == 2);
        // Whoever lost an invokeAny was ended by force, as a running task that is cancelled.
        List<Long> atTheEnd = Workers.those(pool, WorkerStatus.State.IDLE).stream()
                .map(WorkerStatus::pid)
                .toList();
        pool.close();
        assertThat(pool.isTerminated()).isTrue();
        assertThat(pool.workers()).allSatisfy(worker -> {
            assertThat(worker.state()).isEqualTo(WorkerStatus.State.ENDED);
            assertThat(ProcessHandle.of(worker.pid())).isEmpty();
        });
        assertThat(pool.workers())
                .filteredOn(worker -> atTheEnd.contains(worker.pid()))
                .hasSize(2)
                .allSatisfy(worker -> assertThat(worker.exitCode()).hasValue(0));
    }

    @Test
    void tasksAreExecutedInOtherProcesses() throws Exception {
        long pid = pool.submit(() -> ProcessHandle.current().pid()).get(30, TimeUnit.SECONDS);
        assertThat(pool.workers()).extracting(WorkerStatus::pid).contains(pid);
        assertThat(pid).isNotEqualTo(ProcessHandle.current().pid());
    }

    @Test
    void eachWorkerExecutesItsInitializerOnceAndHasItsOwnMemory() throws Exception {
        for (ProcessFuture<Integer> each : pool.broadcast(() -> Counter.initialized)) {
            assertThat(each.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        }
        assertThat(Counter.initialized).isZero();
    }

    @Test
    void aBroadcastReachesEachWorkerOnce() throws Exception {
        List<Long> pids = new ArrayList<>();
        for (ProcessFuture<Long> each :
                pool.broadcast(() -> ProcessHandle.current().pid())) {
            pids.add(each.get(30, TimeUnit.SECONDS));
        }
        assertThat(pids).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void resultsOfMapAreInTheOrderOfTheirInputs() throws Exception {
        List<Integer> inputs = IntStream.range(0, 1_000).boxed().toList();
        List<Integer> squares = inputs.stream().map(n -> n * n).toList();
        assertThat(pool.map((Integer n) -> n * n, inputs, 7)).isEqualTo(squares);
        assertThat(pool.map((Integer n) -> n * n, inputs, 1)).isEqualTo(squares);
        assertThat(pool.map((Integer n) -> n * n, inputs)).isEqualTo(squares);
        assertThat(pool.map((Integer n) -> n * n, List.<Integer>of())).isEmpty();
    }

    @Test
    void everyTypeTravelsAlsoNullsAndMixtures() throws Exception {
        List<Object> values = new ArrayList<>(List.of(1, 2L, 3.5, true, "text", List.of(1, 2)));
        values.add(null);
        assertThat(pool.map((Object value) -> value, values, 3)).isEqualTo(values);
        for (Object array : List.of(
                new int[] {1, -2},
                new long[] {1L << 40},
                new double[] {0.5},
                new boolean[] {true, false},
                new byte[] {1, -1},
                new float[] {1.5f})) {
            assertThat(pool.submit(() -> array).get(30, TimeUnit.SECONDS)).isEqualTo(array);
        }
        assertThat(pool.map((Long n) -> n + 0.5, List.of(1L, 2L))).containsExactly(1.5, 2.5);
    }

    @Test
    void framesLargerThanAPipeTravelBothWays() throws Exception {
        int[] large = IntStream.range(0, 100_000).toArray();
        SerializableCallable<int[]> echo = () -> large;
        assertThat(pool.submit(echo).get(30, TimeUnit.SECONDS)).isEqualTo(large);
        List<int[]> several = pool.map((int[] array) -> array, List.of(large, large, large, large, large), 1);
        assertThat(several).hasSize(5).allSatisfy(array -> assertThat(array).isEqualTo(large));
    }

    @Test
    void allAndAnyAreInvoked() throws Exception {
        List<SerializableCallable<Integer>> tasks = List.of(() -> 1, () -> 2, () -> 3);
        List<Integer> results = new ArrayList<>();
        for (Future<Integer> future : pool.invokeAll(tasks)) {
            results.add(future.get());
        }
        assertThat(results).containsExactly(1, 2, 3);
        List<SerializableCallable<Integer>> oneSucceeds = List.of(
                () -> {
                    throw new IllegalStateException("not this one");
                },
                () -> 2);
        assertThat(pool.invokeAny(oneSucceeds)).isEqualTo(2);
        List<SerializableCallable<Integer>> noneSucceeds = List.of(() -> {
            throw new IllegalStateException("nor this one");
        });
        assertThatThrownBy(() -> pool.invokeAny(noneSucceeds)).hasRootCauseMessage("nor this one");
        assertThatIllegalArgumentException().isThrownBy(() -> pool.invokeAny(List.<Callable<Integer>>of()));
    }

    @Test
    void aWorkerReadsWhatIsShared() throws Exception {
        assertThat(pool.submit(() ->
                                ProcessWorker.current().orElseThrow().shared().get("site"))
                        .get(30, TimeUnit.SECONDS))
                .isEqualTo("http://127.0.0.1:8080");
        assertThat(ProcessWorker.current()).isEmpty();
    }

    @Test
    void aTaskTellsWhereAndWhenItWasExecuted() throws Exception {
        long before = System.nanoTime();
        ProcessFuture<String> future =
                pool.submit(() -> ProcessWorker.current().orElseThrow().name());
        String name = future.get(30, TimeUnit.SECONDS);
        TaskTiming timing = future.timing().orElseThrow();
        assertThat(name).endsWith("/worker-" + timing.workerId());
        assertThat(pool.workers()).extracting(WorkerStatus::pid).contains(timing.pid());
        assertThat(timing.submittedNanos()).isBetween(before, timing.startNanos());
        assertThat(timing.endNanos()).isBetween(timing.startNanos(), System.nanoTime());
        assertThat(timing.queued()).isPositive();
        assertThat(timing.cpuNanos()).isPresent();
    }

    @Test
    void twoTasksAreExecutedAtOnceAlsoWhenManyAreSentAhead() throws Exception {
        Path meeting = Files.createTempDirectory("meeting");
        List<Future<?>> before = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            before.add(pool.submit(() -> Counter.executed++));
        }
        ProcessFuture<?> one = pool.submit(new Meeting(meeting.toString(), "one", "two"));
        ProcessFuture<?> two = pool.submit(new Meeting(meeting.toString(), "two", "one"));
        one.get(30, TimeUnit.SECONDS);
        two.get(30, TimeUnit.SECONDS);
        for (Future<?> each : before) {
            each.get(30, TimeUnit.SECONDS);
        }
    }

    /** Ends when the other one has begun. */
    private record Meeting(String directory, String me, String other) implements SerializableRunnable {
        @Override
        public void run() {
            try {
                Files.createFile(Path.of(directory, me));
                await().atMost(Duration.ofSeconds(20))
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> Files.exists(Path.of(directory, other)));
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        ProcessPoolBuilder builder = ProcessPool.builder();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.workers(0))
                .withMessage("workers is 0; it must be at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.taskTimeout(Duration.ZERO))
                .withMessageContaining("taskTimeout is PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> pool.map((Integer n) -> n, List.of(1), 0))
                .withMessage("chunkSize is 0; it must be at least 1");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void noPortIsOpened() throws Exception {
        for (ProcessFuture<Long> each :
                pool.broadcast(() -> ProcessHandle.current().pid())) {
            long pid = each.get(30, TimeUnit.SECONDS);
            List<String> ports = inetSockets(pid);
            try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
                assertThat(descriptors.map(ProcessPoolTests::target))
                        .isNotEmpty()
                        .doesNotContainAnyElementsOf(ports);
            }
        }
        try (ServerSocket open = new ServerSocket(0)) {
            assertThat(open.isBound()).isTrue();
            assertThat(inetSockets(ProcessHandle.current().pid()))
                    .as("what is looked for")
                    .hasSizeGreaterThan(1);
        }
    }

    /** Returns all sockets of the system that have a port, as links of descriptors name them. */
    private static List<String> inetSockets(long pid) throws java.io.IOException {
        List<String> sockets = new ArrayList<>(List.of("socket:none"));
        for (String protocol : List.of("tcp", "tcp6", "udp", "udp6")) {
            Path table = Path.of("/proc/" + pid + "/net/" + protocol);
            if (Files.exists(table)) {
                Files.readAllLines(table).stream()
                        .skip(1)
                        .map(line -> "socket:[" + line.strip().split("\\s+", -1)[9] + "]")
                        .forEach(sockets::add);
            }
        }
        return sockets;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (java.io.IOException e) {
            return "";
        }
    }

    @Test
    void theFunctionsInputIsNamedWhenItFails() {
        List<Integer> inputs = IntStream.range(0, 100).boxed().toList();
        assertThatThrownBy(() -> pool.map((Integer n) -> 1_000 / (n - 42), inputs, 10))
                .isInstanceOf(ExecutionException.class)
                .hasMessage("The function failed on input 42")
                .hasCauseInstanceOf(ArithmeticException.class)
                .hasRootCauseMessage("/ by zero");
    }
}
