package com.example.shop;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.acrossexecutors.AcrossExecutors;
import io.github.acrossexecutors.Task;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;

class CartsTest {

    /** Both JVMs are known to be at work before either measures anything. */
    @BeforeAll
    static void waitForTheOtherFork() throws Exception {
        assertTrue(Rendezvous.in(Path.of("target")).meet("Carts", "Orders", Duration.ofSeconds(60)));
    }

    @AcrossExecutors(tasks = 40, rounds = 5)
    void holds(Task task) {}
}
