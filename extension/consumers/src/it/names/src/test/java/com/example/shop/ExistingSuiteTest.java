package com.example.shop;

import static io.github.acrossexecutors.ExecutionModel.FIXED_POOL;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;

import io.github.acrossexecutors.AcrossExecutors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AcrossExecutors({SEQUENTIAL, FIXED_POOL})
class ExistingSuiteTest {

    @Test
    void opens() {}

    @Test
    @DisplayName("a closed shop sells nothing")
    void closes() {}

    @ParameterizedTest
    @ValueSource(ints = {7, 8})
    void parses(int i) {}

    @RepeatedTest(2)
    void repeats() {}

    @AcrossExecutors({SEQUENTIAL, FIXED_POOL})
    void quotes() {}

    @Nested
    class WhenOpen {

        @Test
        void sells() {}
    }
}
