package com.example.shop

import io.github.acrossexecutors.AcrossExecutors
import kotlinx.coroutines.delay
import org.junit.jupiter.api.Test

@AcrossExecutors
class SuspendingSuiteTest {

    @Test
    suspend fun inAnAnnotatedClass() {
        delay(10)
        throw AssertionError("executed to its end")
    }

    @Test
    fun another() {}
}
