package com.example.shop;

import io.github.acrossexecutors.AcrossExecutors;
import io.github.acrossexecutors.Task;

/** One class more than there are JVMs: one of them runs two, in an execution of JUnit's engine each. */
class StockTest {

    @AcrossExecutors(tasks = 40, rounds = 5)
    void holds(Task task) {}
}
