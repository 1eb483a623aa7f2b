package io.github.acrossexecutors.benchmarks.overhead;

/** A line of the table, and where its figure stands in what JMH wrote. */
enum Row {
    INVOKE_ALL("invokeAll on a pool of 2", "invokeAll"),
    ROUND("@AcrossExecutors: a round, by its own clock", "manyRounds", "nanosPerTask"),
    MANY_ROUNDS("@AcrossExecutors: all of a test of 50 rounds", "manyRounds"),
    ONE_ROUND("@AcrossExecutors: all of a test of one round", "oneRound"),
    ONE_ROUND_REPORTED("the same, with table and report.json", "oneRoundReported"),
    REPEATED_TEST("@RepeatedTest(1000): all of it", "repeatedTest"),
    LAUNCHER("one empty @Test, as a thousandth", "launcherAlone");

    /** JMH's own measure of a benchmark. */
    static final String PRIMARY = "";

    final String title;
    final String benchmark;
    final String counter;

    Row(String title, String benchmark) {
        this(title, benchmark, PRIMARY);
    }

    Row(String title, String benchmark, String counter) {
        this.title = title;
        this.benchmark = benchmark;
        this.counter = counter;
    }
}
