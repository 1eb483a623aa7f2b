package io.github.acrossexecutors.benchmarks.overhead;

import io.github.acrossexecutors.AcrossExecutors;
import io.github.acrossexecutors.ExecutionModel;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Test classes that do nothing, each in a way of its own. */
final class EmptyBodies {

    static final int TASKS = 1_000;
    static final int WORKERS = 2;
    static final int ROUNDS = 50;

    private EmptyBodies() {}

    static class ManyRoundsTestCase {
        @AcrossExecutors(value = ExecutionModel.FIXED_POOL, tasks = TASKS, workers = WORKERS, rounds = ROUNDS)
        void body() {}
    }

    static class OneRoundTestCase {
        @AcrossExecutors(value = ExecutionModel.FIXED_POOL, tasks = TASKS, workers = WORKERS)
        void body() {}
    }

    static class RepeatedTestCase {
        @RepeatedTest(TASKS)
        void body() {}
    }

    static class SingleTestCase {
        @Test
        void body() {}
    }
}
