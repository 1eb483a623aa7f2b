package com.example.shop;

import static io.github.acrossexecutors.ExecutionModel.PROCESS_POOL;
import static io.github.acrossexecutors.ExecutionModel.SEQUENTIAL;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.acrossexecutors.AcrossExecutors;
import io.github.acrossexecutors.Task;
import org.junit.jupiter.api.BeforeEach;

class WorkerJvmTest {

    static int executions;

    private long setUpIn;

    @BeforeEach
    void setUp() {
        setUpIn = ProcessHandle.current().pid();
    }

    @AcrossExecutors({SEQUENTIAL, PROCESS_POOL})
    void hasMemoryOfItsOwn(Task task) {
        executions++;
        assertEquals(1, executions, "a static field is the worker's own");
        assertEquals(setUpIn, ProcessHandle.current().pid(), "its life-cycle is in the same JVM");
    }
}
