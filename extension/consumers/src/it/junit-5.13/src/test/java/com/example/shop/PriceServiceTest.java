package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.acrossexecutors.AcrossExecutors;
import io.github.acrossexecutors.Task;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;

class PriceServiceTest {

    private static final Set<String> EVERY_MODEL =
            Set.of("SEQUENTIAL", "PLATFORM_THREADS", "FIXED_POOL", "FORK_JOIN", "VIRTUAL_THREADS", "EVENT_LOOP");
    private static final Set<String> QUOTED = new ConcurrentSkipListSet<>();
    private static final Set<String> SUMMED = new ConcurrentSkipListSet<>();

    @AcrossExecutors(tasks = 4, rounds = 2)
    void quotes(Task task) {
        QUOTED.add(task.model() + "/" + task.round() + "/" + task.index());
    }

    @AcrossExecutors(workers = 2)
    void sums(ExecutorService executor, Task task) throws Exception {
        Thread caller = Thread.currentThread();
        List<Future<Thread>> threads = IntStream.range(0, 8)
                .mapToObj(i -> executor.submit(Thread::currentThread))
                .toList();
        for (Future<Thread> thread : threads) {
            if (task.model().equals("SEQUENTIAL")) {
                assertEquals(caller, thread.get());
            } else {
                assertNotEquals(caller, thread.get());
            }
        }
        SUMMED.add(task.model());
    }

    @AfterAll
    static void bothRanUnderEveryModel() {
        assertEquals(6 * 2 * 4, QUOTED.size(), QUOTED::toString);
        assertEquals(EVERY_MODEL, SUMMED);
    }
}
