package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.acrossexecutors.AcrossExecutors;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AcrossExecutors
class ExistingSuiteTest {

    private static final List<String> RUNS = new CopyOnWriteArrayList<>();

    @Test
    void opens() {
        RUNS.add("opens");
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8})
    void parses(int i) {
        RUNS.add("parses " + i);
    }

    @AfterAll
    static void eachRanOncePerModel() {
        assertEquals(9, RUNS.size(), RUNS::toString);
        assertEquals(Set.of("opens", "parses 7", "parses 8"), Set.copyOf(RUNS));
    }
}
