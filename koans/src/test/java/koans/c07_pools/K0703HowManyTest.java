package koans.c07_pools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import koans.kit.Guarantee;
import koans.kit.Koan;
import koans.kit.Seen;

@Koan
class K0703HowManyTest {

    /** Tasks that wait and compute: by halves, mostly the one, mostly the other, below a millisecond, the posts' pages. */
    private static final List<Work> MIXED = List.of(
            new Work(200, micros(50_000), micros(50_000), 1),
            new Work(200, micros(90_000), micros(10_000), 2),
            new Work(200, micros(1_000), micros(3_000), 8),
            new Work(200, micros(600), micros(200), 4),
            new Work(200, micros(448_000), micros(292_000), 2),
            new Work(13, micros(448_000), micros(292_000), 8));

    /** Tasks, and a clock for them that depends on no machine. */
    private record Work(int tasks, Duration waiting, Duration computing, int cores) {

        int chosen() {
            return K0703HowMany.threads(tasks, waiting, computing, cores);
        }

        /** How long so many threads take: each waits, then computes on the core that is free first. */
        Duration time(int threads) {
            PriorityQueue<Duration> threadsFree = new PriorityQueue<>(Collections.nCopies(threads, Duration.ZERO));
            PriorityQueue<Duration> coresFree = new PriorityQueue<>(Collections.nCopies(cores, Duration.ZERO));
            Duration end = Duration.ZERO;
            for (int task = 0; task < tasks; task++) {
                Duration ready = threadsFree.remove().plus(waiting);
                Duration core = coresFree.remove();
                end = (core.compareTo(ready) > 0 ? core : ready).plus(computing);
                coresFree.add(end);
                threadsFree.add(end);
            }
            return end;
        }

        boolean isKeptBusyBy(int threads) {
            return time(threads).multipliedBy(10).compareTo(time(tasks).multipliedBy(11)) <= 0;
        }

        int fewest() {
            return IntStream.rangeClosed(1, tasks)
                    .filter(this::isKeptBusyBy)
                    .findFirst()
                    .orElse(tasks);
        }
    }

    @Guarantee(1)
    void computingGetsAThreadForEachCore(Seen seen) {
        for (int cores : new int[] {1, 2, 8}) {
            int chosen = new Work(100, Duration.ZERO, micros(20_000), cores).chosen();

            assertThat(chosen)
                    .withFailMessage(seen.as("computing", cores, cores, chosen))
                    .isEqualTo(cores);
        }
    }

    @Guarantee(2)
    void noCoreIsLeftIdle(Seen seen) {
        for (Work work : MIXED) {
            int chosen = work.chosen();

            assertThat(chosen > 0 && work.isKeptBusyBy(chosen))
                    .withFailMessage(seen.as(
                            "idle",
                            work.tasks(),
                            told(work.waiting()),
                            told(work.computing()),
                            work.cores(),
                            chosen,
                            chosen > 0 ? told(work.time(chosen)) : "for ever",
                            told(work.time(work.tasks()))))
                    .isTrue();
        }
    }

    @Guarantee(3)
    void noThreadIsWasted(Seen seen) {
        for (Work work : MIXED) {
            int chosen = work.chosen();
            int fewest = work.fewest();

            assertThat(chosen)
                    .withFailMessage(seen.as(
                            "wasted",
                            work.tasks(),
                            told(work.waiting()),
                            told(work.computing()),
                            work.cores(),
                            fewest,
                            chosen))
                    .isLessThanOrEqualTo((fewest * 5 + 3) / 4);
        }
    }

    @Guarantee(4)
    void noThreadIsWithoutATask(Seen seen) {
        List<Work> few = List.of(
                new Work(13, micros(100_000), Duration.ZERO, 2),
                new Work(3, Duration.ZERO, micros(20_000), 8),
                new Work(13, micros(448_000), micros(292_000), 8),
                new Work(20, micros(100_000), micros(1), 4));
        for (Work work : few) {
            int chosen = work.chosen();

            assertThat(chosen)
                    .withFailMessage(seen.as(
                            "tasks",
                            work.tasks(),
                            told(work.waiting()),
                            told(work.computing()),
                            work.cores(),
                            work.tasks(),
                            chosen))
                    .isEqualTo(work.tasks());
        }
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1_000);
    }

    private static String told(Duration duration) {
        return String.valueOf(duration.toNanos() / 1e6).replaceFirst("\\.0$", "") + " ms";
    }
}
