package com.example.shop

import io.github.acrossexecutors.AcrossExecutors
import kotlinx.coroutines.delay
import org.junit.jupiter.api.Test

class SuspendingTest {

    @AcrossExecutors
    suspend fun annotatedItself() {
        delay(10)
        throw AssertionError("executed to its end")
    }

    @Test
    fun another() {}
}
