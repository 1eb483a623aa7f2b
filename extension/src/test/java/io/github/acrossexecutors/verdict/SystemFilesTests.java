package io.github.acrossexecutors.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.acrossexecutors.process.ProcessFuture;
import io.github.acrossexecutors.process.ProcessPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The system's files")
class SystemFilesTests {

    @TempDir
    private Path directory;

    @Nested
    @DisplayName("of the scheduler")
    class Scheduler {

        @Test
        @DisplayName("tell the time on a CPU and the time waiting for one of each thread")
        void read() throws IOException {
            write("task/7/schedstat", "1000 200 5\n");
            write("task/7/status", "Name:\tmain\nvoluntary_ctxt_switches:\t3\nnonvoluntary_ctxt_switches:\t2\n");
            write("task/8/schedstat", "30 4 1\n");
            Files.createDirectories(directory.resolve("task/9"));

            SchedulerStatistics.Reading reading = statistics("missing").read();

            assertThat(reading.threads())
                    .containsOnly(entry(7L, new ThreadTimes(1000, 200, 5, 3)), entry(8L, new ThreadTimes(30, 4, 1, 0)));
            assertThat(reading.reading()).isEqualTo(ThreadTimes.NONE);
        }

        @Test
        @DisplayName("tell the JIT compiler's threads from the others, and count only those as compiling")
        void compilers() throws IOException {
            write("task/7/schedstat", "1000 200 5\n");
            write("task/7/comm", "main\n");
            write("task/8/schedstat", "30 4 1\n");
            write("task/8/comm", "C2 CompilerThre\n");
            SchedulerStatistics statistics = statistics("missing");

            SchedulerStatistics.Reading before = statistics.read();
            write("task/8/schedstat", "90 4 1\n");
            SchedulerStatistics.Reading after = statistics.read();

            assertThat(before.threads()).containsOnlyKeys(7L);
            assertThat(before.compilers()).containsOnly(entry(8L, new ThreadTimes(30, 4, 1, 0)));
            assertThat(snapshot(before, 1).until(snapshot(after, 500)).compilationNanos())
                    .isEqualTo(60);
        }

        private Snapshot snapshot(SchedulerStatistics.Reading reading, long toldByTheJvm) {
            return new Snapshot(reading.threads(), reading.compilers(), reading.reading(), 0, 0, 0, 0, toldByTheJvm, 0);
        }

        @Test
        @DisplayName("do not count what the calling thread needs to read them")
        void reading() throws IOException {
            write("task/7/schedstat", "1000 200 5\n");
            write("task/8/schedstat", "30 4 1\n");
            write("me/schedstat", "900 100 5\n");
            write("me/stat", "7 (main) R 1\n");

            SchedulerStatistics.Reading reading = statistics("me").read();

            assertThat(reading.threads())
                    .containsOnly(entry(7L, new ThreadTimes(900, 100, 5, 0)), entry(8L, new ThreadTimes(30, 4, 1, 0)));
        }

        @Test
        @DisplayName("are no reason to fail where there are none, or where they hold something else")
        void absent() throws IOException {
            assertThat(statistics("missing").read().threads()).isEmpty();
            write("task/7/schedstat", "who knows");
            assertThat(statistics("missing").read().threads()).isEmpty();
        }

        @Test
        @DisplayName("make the difference of two moments, without what reading cost and with threads that are new")
        void difference() {
            Snapshot before = snapshot(Map.of(1L, new ThreadTimes(100, 10)), new ThreadTimes(5, 1));
            Snapshot after =
                    snapshot(Map.of(1L, new ThreadTimes(175, 21), 2L, new ThreadTimes(30, 4)), new ThreadTimes(7, 7));

            Usage usage = before.until(after);

            assertThat(usage.cpuNanos()).isEqualTo(75 + 30 - 5);
            assertThat(usage.waitNanos()).isEqualTo(11 + 4 - 1);
        }

        @Test
        @DisplayName("do not count for the process either what the later moment needed to read them")
        void processWithoutReading() {
            Snapshot before = ofProcess(100, new ThreadTimes(5, 0));

            assertThat(before.until(ofProcess(180, new ThreadTimes(7, 0))).processCpuNanos())
                    .isEqualTo(73);
        }

        @Test
        @DisplayName("tell of each thread how much of its waiting followed the loss of a CPU, and add that up")
        void preempted() {
            Snapshot before = snapshot(Map.of(), ThreadTimes.NONE);
            Snapshot after = snapshot(
                    Map.of(1L, new ThreadTimes(90, 60, 30, 0), 2L, new ThreadTimes(5, 40, 20, 20)), ThreadTimes.NONE);

            assertThat(before.until(after).waitNanos()).isEqualTo(100);
            assertThat(before.until(after).preemptedNanos()).isEqualTo(60);
            assertThat(new ThreadTimes(90, 60, 30, 5).preemptedNanos()).isEqualTo(40);
        }

        @Test
        @EnabledOnOs(OS.LINUX)
        @DisplayName("of other processes are read as well while these are watched")
        void otherProcesses() throws Exception {
            ThisMachine machine = new ThisMachine();
            try (ProcessPool pool =
                    ProcessPool.builder().workers(1).cpuTimes(true).build()) {
                pool.submit(() -> 0).get();
                machine.watch(Set.of(pool.workers().get(0).pid()));
                Snapshot before = machine.snapshot();
                ProcessFuture<Long> computing = pool.submit(SystemFilesTests::compute);
                computing.get();
                long spentThere = computing.timing().orElseThrow().cpuNanos().orElseThrow();

                Usage usage = before.until(machine.snapshot());

                assertThat(usage.sawCpuTime()).isTrue();
                assertThat(usage.cpuNanos() + usage.compilationNanos()).isGreaterThanOrEqualTo(spentThere / 2);
                machine.watch(Set.of());
                assertThat(machine.snapshot().threads())
                        .hasSizeLessThan(before.threads().size());
                machine.watch(Set.of(pool.workers().get(0).pid()));
                assertThat(machine.snapshot().threads())
                        .doesNotContainKeys(before.compilers().keySet().toArray(Long[]::new));
            }
        }

        private SchedulerStatistics statistics(String current) {
            return new SchedulerStatistics(
                    directory.resolve("task").toFile(),
                    directory.resolve(current).toFile());
        }

        private Snapshot snapshot(Map<Long, ThreadTimes> threads, ThreadTimes reading) {
            return new Snapshot(threads, Map.of(), reading, 0, 0, 0, 0, 0, 0);
        }

        private Snapshot ofProcess(long cpuNanos, ThreadTimes reading) {
            return new Snapshot(Map.of(), Map.of(), reading, 0, cpuNanos, 0, 0, 0, 0);
        }
    }

    @Nested
    @DisplayName("of the control group")
    class ControlGroup {

        @Test
        @DisplayName("tell in version 2 how long it and the groups above it were throttled")
        void versionTwo() throws IOException {
            write("cgroup", "0::/tests/mine\n");
            write("mount/tests/mine/cpu.stat", "usage_usec 9\nthrottled_usec 40\n");
            write("mount/tests/cpu.stat", "throttled_usec 2\n");

            assertThat(throttling().nanos()).isEqualTo(42_000);
        }

        @Test
        @DisplayName("tell in version 1 how long it was throttled, in the hierarchy of the cpu controller")
        void versionOne() throws IOException {
            write("cgroup", "4:memory:/mine\n2:cpu,cpuacct:/mine\n0::/\n");
            write("mount/cpu/mine/cpu.stat", "nr_throttled 3\nthrottled_time 77\n");
            write("mount/memory/mine/cpu.stat", "throttled_time 1000\n");

            assertThat(throttling().nanos()).isEqualTo(77);
        }

        @Test
        @DisplayName("are found at the mount point where a container sees no path of its own")
        void container() throws IOException {
            write("cgroup", "0::/../outside\n");
            write("mount/cpu.stat", "throttled_usec 1\n");

            assertThat(new Throttling(
                                    List.of(directory.resolve("mount/cpu.stat").toString()))
                            .nanos())
                    .isEqualTo(1_000);
            assertThat(throttling().nanos()).isEqualTo(1_000);
        }

        @Test
        @DisplayName("count nothing where there are none")
        void absent() {
            assertThat(throttling().nanos()).isZero();
        }

        private Throttling throttling() {
            return Throttling.of(directory.resolve("cgroup"), directory.resolve("mount"));
        }
    }

    @Test
    @DisplayName("tell what the hypervisor took, in ticks of 10 ms")
    void stolenTime() throws IOException {
        write("stat", "cpu  1 2 3 4 5 6 7 42 0 0\ncpu0 1 2 3 4 5 6 7 8 0 0\n");

        assertThat(new StolenTime(directory.resolve("stat").toString()).nanos()).isEqualTo(420_000_000);
        assertThat(new StolenTime(directory.resolve("missing").toString()).nanos())
                .isZero();
    }

    @Test
    @DisplayName("are read on this machine without failing")
    void thisMachine() {
        Machine machine = new ThisMachine();
        Usage usage = machine.snapshot().until(machine.snapshot());

        assertThat(usage.cpuNanos()).isNotNegative();
        assertThat(machine.cpus()).isPositive();
        assertThat(machine.spinnerSupply().orElseThrow()).isBetween(0.0, 1.0);
    }

    @Test
    @DisplayName("know how many threads of this JVM have ended")
    void endedThreads() throws InterruptedException {
        Machine machine = new ThisMachine();
        Snapshot before = machine.snapshot();
        for (int i = 0; i < 3; i++) {
            Thread thread = new Thread(() -> {}, "short-lived-" + i);
            thread.start();
            thread.join();
        }

        assertThat(before.until(machine.snapshot()).endedThreads()).isGreaterThanOrEqualTo(3);
    }

    private void write(String file, String content) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private static long compute() {
        long sum = 0;
        for (long i = 0; i < 300_000_000; i++) {
            sum += i * i % 7;
        }
        return sum;
    }
}
