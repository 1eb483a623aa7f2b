package io.github.acrossexecutors.benchmarks.process;

import static io.github.acrossexecutors.ExecutionModel.PROCESS_POOL;

import io.github.acrossexecutors.AcrossExecutors;
import io.github.acrossexecutors.benchmarks.lab.TestClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures test bodies that do nothing, each once in a worker JVM: the first of its class, for which the worker is started, and
 * those after it.
 *
 * <p>What is timed is the whole test as JUnit's listeners see it. The class is executed once unmeasured: that makes the archive
 * of classes from which later workers start, and warms the parent. The argument names the directory for the archive.
 */
final class BodyRows {

    private static final int CLASSES = 10;
    private static final int TESTS = 6;

    private BodyRows() {}

    public static void main(String[] arguments) {
        TestClass nothing = new TestClass(
                NothingTestCase.class,
                Map.of(
                        "across.table", "false",
                        "across.report", "false",
                        "across.archive.directory", arguments[0]));
        nothing.execute().requirePassed(TESTS);
        List<Long> fresh = new ArrayList<>();
        List<Long> kept = new ArrayList<>();
        for (int i = 0; i < CLASSES; i++) {
            List<Long> nanos = nothing.execute().requirePassed(TESTS).nanos();
            fresh.add(nanos.getFirst());
            kept.addAll(nanos.subList(1, TESTS));
        }
        print("JUnit body in a fresh worker, ms", fresh);
        print("JUnit body in a kept worker, ms", kept);
    }

    private static void print(String what, List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        System.out.printf("ProcessPool\t%s\t%.3f%n", what, sorted.get(sorted.size() / 2) / 1e6);
    }

    static class NothingTestCase {

        @AcrossExecutors(PROCESS_POOL)
        void first() {}

        @AcrossExecutors(PROCESS_POOL)
        void second() {}

        @AcrossExecutors(PROCESS_POOL)
        void third() {}

        @AcrossExecutors(PROCESS_POOL)
        void fourth() {}

        @AcrossExecutors(PROCESS_POOL)
        void fifth() {}

        @AcrossExecutors(PROCESS_POOL)
        void sixth() {}
    }
}
