package com.example.shop.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.shop.Prices;
import io.github.acrossexecutors.AcrossExecutors;
import io.github.acrossexecutors.BeforeRound;
import io.github.acrossexecutors.ExecutionModel;
import io.github.acrossexecutors.ExecutorProvider;
import io.github.acrossexecutors.ProviderSettings;
import io.github.acrossexecutors.Task;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PricesTest {

    private static final Set<String> RUNS = ConcurrentHashMap.newKeySet();

    private int round;

    @BeforeRound
    void countRounds() {
        round++;
    }

    @Test
    void everyPartIsANamedModule() {
        Module tests = PricesTest.class.getModule();
        Module extension = AcrossExecutors.class.getModule();
        assertEquals("com.example.shop.tests", tests.getName());
        assertEquals("com.example.shop", Prices.class.getModule().getName());
        assertEquals("io.github.acrossexecutors", extension.getName());
        assertTrue(extension.getDescriptor().isAutomatic());
        assertFalse(tests.isOpen("com.example.shop.tests", extension), "the tests are opened to JUnit alone");
    }

    @AcrossExecutors(value = ExecutionModel.FIXED_POOL, executors = ShopPool.class, tasks = 3, rounds = 2)
    void quotes(Task task) {
        assertEquals(250 * task.index(), Prices.of(task.index()));
        assertEquals(task.round(), round);
        RUNS.add(task.model() + " " + task.round() + "." + task.index());
    }

    @AfterAll
    static void everyCopyRan() {
        Set<String> expected = new TreeSet<>();
        for (String model : Set.of("FIXED_POOL", "ShopPool")) {
            for (int round = 1; round <= 2; round++) {
                for (int task = 0; task < 3; task++) {
                    expected.add(model + " " + round + "." + task);
                }
            }
        }
        assertEquals(expected, new TreeSet<>(RUNS));
    }

    static class ShopPool implements ExecutorProvider {

        @Override
        public Executor start(ProviderSettings settings) {
            return Executors.newFixedThreadPool(2, settings.threadFactory());
        }
    }
}
