package com.example.shop;

import io.github.acrossexecutors.AcrossExecutors;
import org.junit.jupiter.api.Test;

/** JUnit 5.12 knows no class templates: left to itself it would run this test once and call it a success. */
@AcrossExecutors
class AnnotatedClassTest {

    @Test
    void opens() {}
}
