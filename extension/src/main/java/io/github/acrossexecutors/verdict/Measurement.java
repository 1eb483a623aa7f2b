package io.github.acrossexecutors.verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures two contestants against each other: warm-up, then interleaved pairs A B, B A, A B and so on, and, where the
 * first block says not met, a second block after a pause, in swapped order.
 *
 * <p><b>Threads:</b> for one caller alone, which executes the contestants. <b>Failure:</b> what one of them throws ends
 * the measurement and goes to the caller as it is.
 */
public final class Measurement {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int PAIRS_WITHOUT_BAR = 50;
    private static final double CACHED_OR_COLD = 5;
    private static final int ROUNDS_FOR_IDEAL = 9;
    private static final double ONE_CPU = 1.1;
    /** Hardware threads of one core take 1.8 times the CPU time for divisions, cores of their own 1.0 times. */
    private static final double SHARED_CORES = 1.3;

    private final Machine machine;
    private final Contestant baseline;
    private final Contestant contender;
    private final Optional<Demand> demand;
    private final TimeBudget budget;
    private final RoundTimer timer;
    private final Repetitions ofBaseline = new Repetitions();
    private final Repetitions ofContender = new Repetitions();
    private final WarmUp warmth = new WarmUp();
    private final List<Pair> warming = new ArrayList<>();
    private final List<Pair> first = new ArrayList<>();
    private final List<Pair> second = new ArrayList<>();
    /** What the demand comes to, once the work is known. */
    private Optional<Expectation> expectation = Optional.empty();

    private boolean warm;
    private long longestPairNanos;
    private long startNanos;

    /** Measure until the demand is decided; without one, both blocks to their ends. */
    Measurement(
            Machine machine,
            Contestant baseline,
            Contestant contender,
            Optional<Demand> demand,
            Optional<Duration> budget) {
        this.machine = machine;
        this.baseline = baseline;
        this.contender = contender;
        this.demand = demand;
        this.budget = new TimeBudget(budget.orElse(TimeBudget.DEFAULT));
        this.timer = new RoundTimer(machine);
    }

    /**
     * Measure on this machine, on the calling thread, until it is decided whether the contender is as much faster as
     * demanded.
     *
     * @param baseline the code to compare with
     * @param contender the code that is compared
     * @param demand what is expected
     * @param budget how long it may take, 10 s by default
     * @return what judges it
     * @throws ImpossibleBarException if no machine could meet the demand
     * @throws Exception what a contestant threw, as it is
     */
    public static Judge run(Contestant baseline, Contestant contender, Demand demand, Optional<Duration> budget)
            throws Exception {
        return new Measurement(new ThisMachine(), baseline, contender, Optional.of(demand), budget).run();
    }

    /**
     * Measure on this machine, on the calling thread, for as long as the budget lasts or 50 pairs in each block are
     * enough, so that any bar can be judged afterwards.
     *
     * @param baseline the code to compare with
     * @param contender the code that is compared
     * @param budget how long it may take, 10 s by default
     * @return what judges it
     * @throws Exception what a contestant threw, as it is
     */
    public static Judge run(Contestant baseline, Contestant contender, Optional<Duration> budget) throws Exception {
        return new Measurement(new ThisMachine(), baseline, contender, Optional.empty(), budget).run();
    }

    Judge run() throws Exception {
        startNanos = machine.nanos();
        Pair firstPair = pair(true, true);
        Optional<String> notWarm = Optional.empty();
        Optional<String> shortage = budget.shortage("A verdict", leastForMet(), waiting(firstPair), elapsed());
        if (shortage.isEmpty()) {
            Pair lastPair = warm(firstPair);
            longestPairNanos = lastPair.wallNanos();
            notWarm = warmth.missing();
            warm = notWarm.isEmpty();
            shortage = budget.shortage("A verdict", leastForMet(), undisturbed(lastPair), elapsed());
            expectation = demand.flatMap(this::expectation).filter(known -> warm || waitingDecides(lastPair, known));
        }
        if (shortage.isEmpty()) {
            boolean anyBar = demand.isEmpty() && warm;
            if (anyBar || expectation.filter(this::canBeMetHere).isPresent()) {
                measure(first, true, Standing.OPEN, elapsed() + (budget.total().toNanos() - elapsed()) / 2);
                shortage = repeatIfNeeded();
            }
        }
        return judge(notWarm, shortage, firstPair);
    }

    /** What the demand comes to; empty if it is a share of an ideal that nobody knows. */
    private Optional<Expectation> expectation(Demand wanted) {
        List<Ideal> ideals = wanted.capacity().stream()
                .flatMap(capacity -> warming.stream()
                        .skip(Math.max(0, warming.size() - ROUNDS_FOR_IDEAL))
                        .map(Pair::baseline)
                        .flatMap(sample -> sample.round().stream()
                                .flatMap(round ->
                                        capacity.idealOf(round, sample.waitPerExecution(), machine.cpus()).stream())))
                .toList();
        Optional<Ideal> ideal = ideals.isEmpty() ? Optional.empty() : Optional.of(Ideal.median(ideals));
        return wanted.on(ideal);
    }

    /** Whether code that is not warm waits so much that no warm-up can change what is to be said of it. */
    private static boolean waitingDecides(Pair last, Expectation known) {
        Pair cold = last.cold();
        return cold.leastRatio() > known.atLeast() || cold.mostRatio() < known.atLeast();
    }

    private boolean canBeMetHere(Expectation known) {
        if (warm && known.isBeyondAnyMachine()) {
            throw new ImpossibleBarException(
                    Wording.of(measured(Optional.empty(), Optional.empty(), List.of()), known, Optional.empty())
                            .impossible());
        }
        return !known.isBeyondThisMachine();
    }

    private Pair warm(Pair firstPair) throws Exception {
        Pair last = firstPair;
        boolean baselineFirst = true;
        while (warmth.missing().isPresent() && budget.fitsWarmUp(elapsed(), waiting(last))) {
            baselineFirst = !baselineFirst;
            last = pair(baselineFirst, true);
            warming.add(last);
            boolean grew = ofBaseline.learn(last.baseline());
            grew |= ofContender.learn(last.contender());
            if (grew) {
                warmth.restart();
            } else {
                warmth.add(last);
            }
        }
        return last;
    }

    private void measure(List<Pair> block, boolean baselineGoesFirst, Standing undecided, long untilNanos)
            throws Exception {
        boolean baselineFirst = baselineGoesFirst;
        while (budget.fits(elapsed(), longestPairNanos) && wantsMore(block, undecided, untilNanos)) {
            long before = elapsed();
            block.add(askedOfCores(pair(baselineFirst, false)));
            baselineFirst = !baselineFirst;
            longestPairNanos = Math.max(longestPairNanos, elapsed() - before);
        }
    }

    /** What the budget lacks for the second block; empty if it lacks nothing. */
    private Optional<String> repeatIfNeeded() throws Exception {
        if (demand.isPresent() && standing() != Standing.TO_BE_REPEATED) {
            return Optional.empty();
        }
        double pairNanos =
                Quantile.median(first.stream().mapToDouble(Pair::wallNanos).toArray());
        Optional<String> shortage = budget.shortage(
                "The first block says not met, and the second one that must repeat it",
                errors().leastPairsForNotMet(),
                pairNanos,
                elapsed() + PAUSE.toNanos());
        if (shortage.isPresent() && demand.isPresent()) {
            return shortage;
        }
        machine.pause(PAUSE);
        measure(second, false, Standing.TO_BE_REPEATED, Long.MAX_VALUE);
        return Optional.empty();
    }

    private boolean wantsMore(List<Pair> block, Standing undecided, long untilNanos) {
        return demand.isPresent()
                ? standing() == undecided
                : block.size() < PAIRS_WITHOUT_BAR && elapsed() < untilNanos;
    }

    private Standing standing() {
        return Standing.of(first, second, expectation.orElseThrow());
    }

    private Pair pair(boolean baselineFirst, boolean warmup) throws Exception {
        if (baselineFirst) {
            Sample ofFirst = timer.time(baseline, ofBaseline.count(), warmup);
            return new Pair(ofFirst, timer.time(contender, ofContender.count(), warmup), warm, false);
        }
        Sample ofFirst = timer.time(contender, ofContender.count(), warmup);
        return new Pair(timer.time(baseline, ofBaseline.count(), warmup), ofFirst, warm, false);
    }

    /** Ask the CPUs, right after it, about a pair whose contender burned more CPU time on several of them. */
    private Pair askedOfCores(Pair pair) {
        boolean onSeveral = machine.cpus() > 1 && pair.contender().cpuShare() > ONE_CPU;
        return pair.burnsMore() && onSeveral && machine.coreSlowdown() > SHARED_CORES ? pair.onSharedCores() : pair;
    }

    private Judge judge(Optional<String> notWarm, Optional<String> shortage, Pair firstPair) {
        List<String> notes = new ArrayList<>();
        if (!first.isEmpty() && notWarm.isPresent()) {
            notes.add("It was not warm yet (" + notWarm.get() + "), so only its waiting was judged, which no warm-up"
                    + " shortens.");
        }
        Pair later = first.isEmpty() ? last(warming, firstPair) : first.get(0);
        noteCached(baseline, firstPair.baseline(), later.baseline()).ifPresent(notes::add);
        noteCached(contender, firstPair.contender(), later.contender()).ifPresent(notes::add);
        return new Judge(measured(notWarm, shortage, notes), demand, expectation);
    }

    private Measured measured(Optional<String> notWarm, Optional<String> shortage, List<String> notes) {
        return new Measured(
                baseline.name(),
                contender.name(),
                notWarm,
                shortage,
                first,
                second,
                machine.cpus(),
                budget.total(),
                Duration.ofNanos(elapsed()),
                notes);
    }

    private static Pair last(List<Pair> pairs, Pair ifNone) {
        return pairs.isEmpty() ? ifNone : pairs.get(pairs.size() - 1);
    }

    private static Optional<String> noteCached(Contestant contestant, Sample cold, Sample warm) {
        return cold.nanosPerExecution() > CACHED_OR_COLD * warm.nanosPerExecution()
                ? Optional.of("The first execution of '" + contestant.name()
                        + "' took over five times as long as the later ones: it is cached, or was cold.")
                : Optional.empty();
    }

    /** What of a pair no warm-up can shorten: the time in which this process used no CPU. */
    private static double waiting(Pair pair) {
        return waiting(pair.baseline()) + waiting(pair.contender());
    }

    private static double waiting(Sample sample) {
        return Math.max(
                0,
                sample.wallNanos()
                        - sample.usage().bestCpuNanos()
                        - sample.usage().waitNanos());
    }

    /** How long a pair takes where nobody else wants the CPUs: that others do is another reason. */
    private static double undisturbed(Pair pair) {
        return pair.baseline().undisturbedNanos() + pair.contender().undisturbedNanos();
    }

    private int leastForMet() {
        return errors().leastPairsForMet();
    }

    private ErrorBudget errors() {
        return demand.map(Demand::errors).orElse(ErrorBudget.among(1));
    }

    private long elapsed() {
        return machine.nanos() - startNanos;
    }
}
