package io.github.acrossexecutors.benchmarks.verdicts;

import io.github.acrossexecutors.benchmarks.verdicts.Work.Bimodal;
import io.github.acrossexecutors.benchmarks.verdicts.Work.Spin;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

/**
 * Code whose speedup is known, the bar it is judged by, what a verdict must never be, and what it should be.
 *
 * <p>Where a letter has two numbers, the first one is judged by a race, the second one as a model. A race compares two
 * pieces of code by the clock alone; a model has spans, so an ideal is known and other evidence may decide.
 */
@SuppressWarnings("ImmutableEnumChecker") // Code that remembers its result is one of the truths.
enum Truth {
    A("identical code", "1.2 x", Rule.neverMet(), "not met", race(1.2, Work::allChunks)),
    B(
            "chunks that compute, handed out over two threads",
            "0.7 of ideal",
            Rule.neverNotMetNorMetOnOneCpu(),
            "met, in 95 % quiet and 80 % beside hogs",
            new ModelTrial(Bodies.HandedOutTestCase.class)),
    C1("B under one lock", "1.4 x", Rule.neverMet(), "not met", race(1.4, Work::allChunks, TwoThreads::underOneLock)),
    C2(
            "B under one lock",
            "0.7 of ideal",
            Rule.neverMet(),
            "not met",
            new ModelTrial(Bodies.UnderOneLockTestCase.class)),
    D(
            "32 waits of 2 ms in a pool of 8",
            "5 x",
            Rule.neverNotMet(),
            "met, always",
            new ModelTrial(Bodies.WaitsInPoolOfEightTestCase.class)),
    E(
            "32 waits of 2 ms in a pool of 1",
            "5 x",
            Rule.neverMet(),
            "not met",
            new ModelTrial(Bodies.WaitsInPoolOfOneTestCase.class)),
    F1(
            "primes split by stride 2",
            "1.4 x",
            Rule.neverMet(),
            "not met",
            race(1.4, () -> Work.primes(2, 750_000, 1), () -> TwoThreads.byStride(750_000))),
    F2(
            "primes split by stride 2",
            "1.4 x",
            Rule.neverMet(),
            "refused: the tasks' own times allow no more than 1.0 x",
            new ModelTrial(Bodies.ByStrideTestCase.class)),
    G1("code 1.3 times as fast", "1.1 x", Rule.neverNotMet(), "met", race(1.1, new Spin(13), new Spin(10))),
    G2("code 1.3 times as fast", "1.6 x", Rule.neverMet(), "not met", race(1.6, new Spin(13), new Spin(10))),
    H(
            "a class initializer that waits, on virtual threads",
            "",
            Rule.alwaysNamed(),
            "met: the pin is named, with reason and frame",
            new PinTrial(
                    Bodies.PinningTestCase.class, "SlowToLoad.<clinit> on stack", "SlowToLoad.<clinit>(Bodies.java:")),
    I1(
            "B serialised by a spin lock",
            "1.4 x",
            Rule.neverMet(),
            "not met",
            race(1.4, Work::allChunks, TwoThreads::underSpinLock)),
    I2(
            "B serialised by a spin lock",
            "0.7 of ideal",
            Rule.neverMet(),
            "not met",
            new ModelTrial(Bodies.UnderSpinLockTestCase.class)),
    J(
            "two threads that both do all the work",
            "1.4 x",
            Rule.neverMet(),
            "not met",
            race(1.4, Work::allChunks, TwoThreads::everythingTwice)),
    K1(
            "code that remembers its result",
            "1.2 x",
            Rule.neverUnflagged(),
            "flagged as cached",
            race(1.2, Work::allChunks, new Work.Memoised())),
    K2(
            "a body that remembers its result",
            "0.7 of ideal",
            Rule.neverUnflagged(),
            "flagged as cached",
            new ModelTrial(Bodies.MemoisingTestCase.class)),
    L(
            "two halves of a range, of unequal work",
            "0.7 of ideal",
            Rule.neverNotMetNorMetOnOneCpu(),
            "met; the ideal is about 1.5 x",
            new ModelTrial(Bodies.StaticHalvesTestCase.class)),
    M(
            "code 1.3 times as fast, exactly at the bar",
            "1.3 x",
            Rule.metAtMostByChance(),
            "inconclusive",
            race(1.3, new Spin(13), new Spin(10))),
    N(
            "two counters of two threads on one cache line",
            "1.4 x",
            Rule.neverMet(),
            "not met",
            race(1.4, TwoThreads::countInOneThread, TwoThreads::countSideBySide)),
    O("identical code that allocates 1 GB", "1.2 x", Rule.neverMet(), "not met", race(1.2, Work::allocate)),
    P(
            "chunks that compute, on virtual threads",
            "0.7 of ideal",
            Rule.neverNotMetNorMetOnOneCpu(),
            "met",
            new ModelTrial(Bodies.VirtualThreadsTestCase.class)),
    Q(
            "tasks of unequal length in a pool of 2",
            "0.7 of ideal",
            Rule.neverNotMetNorMetOnOneCpu(),
            "met; the ideal is about 1.7 x",
            new ModelTrial(Bodies.UnequalTasksTestCase.class)),
    R(
            "rounds 1.5 times as fast in a third of all cases, else 0.75 times",
            "1.2 x",
            Rule.neverMet(),
            "not met or inconclusive",
            race(1.2, new Spin(12), new Bimodal(new Spin(8), new Spin(16)))),

    // Thought of once the engine was done, to see how it judges what it was not made with.
    S(
            "chunks of which half is computed under one lock",
            "1.4 x",
            Rule.neverNotMetNorMetOnOneCpu(),
            "met",
            new ModelTrial(Bodies.HalfLockedTestCase.class)),
    T(
            "two stages of unequal length, a thread each, 1.43 times as fast at best",
            "1.6 x",
            Rule.neverMet(),
            "not met",
            race(1.6, Work::allChunks, TwoThreads::inTwoStages)),
    U(
            "32 tasks that compute for 1 ms and wait for 3, on virtual threads",
            "2 x",
            Rule.neverNotMet(),
            "met",
            new ModelTrial(Bodies.ComputesAndWaitsTestCase.class)),
    V(
            "identical code that keeps giving up its CPU",
            "1.2 x",
            Rule.neverMet(),
            "not met",
            race(1.2, Work::allChunks, Work::allChunksYielding)),

    // Thought of when a reading had found that threads which end take along what they waited for a CPU.
    W(
            "32 waits of 2 ms, a thread each",
            "5 x",
            Rule.neverNotMet(),
            "met",
            new ModelTrial(Bodies.WaitsInThreadsOfTheirOwnTestCase.class));

    final String what;
    final String bar;
    final Rule rule;
    final String expected;
    final Trial trial;

    Truth(String what, String bar, Rule rule, String expected, Trial trial) {
        this.what = what;
        this.bar = bar;
        this.rule = rule;
        this.expected = expected;
        this.trial = trial;
    }

    /**
     * How many pairs the verdict may take: the least number + 2. Only of truths so clear that no pair can be on the wrong
     * side.
     */
    OptionalInt mostPairs() {
        return switch (this) {
            case D -> OptionalInt.of(LeastPairs.FOR_MET_OF_FIRST_EXPECTATION + 2);
            case E -> OptionalInt.of(LeastPairs.FOR_NOT_MET_OF_FIRST_EXPECTATION + 2);
            default -> OptionalInt.empty();
        };
    }

    private static Trial race(double bar, Callable<?> identical) {
        return new RaceTrial(bar, identical, identical);
    }

    private static Trial race(double bar, Callable<?> baseline, Callable<?> contender) {
        return new RaceTrial(bar, baseline, contender);
    }
}
