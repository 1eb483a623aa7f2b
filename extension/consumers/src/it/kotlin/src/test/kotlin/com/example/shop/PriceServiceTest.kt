package com.example.shop

import io.github.acrossexecutors.AcrossExecutors
import io.github.acrossexecutors.Task
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.ExecutorService
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals

class PriceServiceTest {

    @AcrossExecutors(tasks = 4)
    fun `quotes a price`(task: Task) {
        runs += "quotes ${task.model()} ${task.index()}"
    }

    @AcrossExecutors(workers = 2)
    fun sums(executor: ExecutorService) {
        assertEquals(10, (1..4).map { executor.submit<Int> { it } }.sumOf { it.get() })
        runs += "sums ${runs.count { it.startsWith("sums") }}"
    }

    companion object {
        private val runs = ConcurrentHashMap.newKeySet<String>()

        @AfterAll
        @JvmStatic
        fun `ran under every model`() {
            assertEquals(6 * 4, runs.count { it.startsWith("quotes") })
            assertEquals(6, runs.count { it.startsWith("sums") })
        }
    }
}
