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
    /** Of the warm-up, from which the ideal is taken, and what rounds are held against. */
    private static final int LAST_ROUNDS = 9;

    private static final double ONE_CPU = 1.1;
    /** Hardware threads of one core take about twice the CPU time for divisions, cores of their own 1.0 times. */
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
    /** With all that is around its pairs. */
    private long firstBlockNanos;

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
        Sample firstRound = timer.time(baseline, ofBaseline, true);
        if (budget.isSpent(elapsed())) {
            return judge(Optional.empty(), shortage(WarmUp.LEAST_PAIRS, 2.0 * firstRound.wallNanos()), List.of());
        }
        Pair firstPair = new Pair(firstRound, timer.time(contender, ofContender, true), warm, false);
        Optional<String> notWarm = Optional.empty();
        boolean spent = budget.isSpent(elapsed());
        Optional<String> shortage =
                shortage(WarmUp.LEAST_PAIRS, spent ? firstPair.wallNanos() : firstPair.waitingNanos());
        if (shortage.isEmpty()) {
            Pair lastPair = warm(firstPair);
            longestPairNanos = lastPair.wallNanos();
            List<Pair> last = warming.isEmpty() ? List.of(lastPair) : lastWarming();
            ofBaseline.refer(last.stream().map(Pair::baseline));
            ofContender.refer(last.stream().map(Pair::contender));
            notWarm = warmth.missing();
            warm = notWarm.isEmpty();
            shortage = shortage(0, lastPair.undisturbedNanos());
            expectation = demand.flatMap(this::expectation).filter(known -> warm || isSettled(lastPair, known));
        }
        if (shortage.isEmpty()) {
            boolean anyBar = demand.isEmpty() && warm;
            if (anyBar || expectation.filter(this::canBeMetHere).isPresent()) {
                long before = elapsed();
                measure(first, true, Standing.OPEN, before + (budget.total().toNanos() - before) / 2);
                firstBlockNanos = elapsed() - before;
                shortage = repeatIfNeeded();
            }
        }
        return judge(notWarm, shortage, notes(notWarm, firstPair));
    }

    /** What the budget lacks for a verdict, at so long a pair; empty if it lacks nothing. */
    private Optional<String> shortage(int warmUps, double pairNanos) {
        return budget.shortage("A verdict", errors().leastPairsForMet(), warmUps, pairNanos, elapsed());
    }

    /** What the demand comes to; empty if it is a share of an ideal that nobody knows. */
    private Optional<Expectation> expectation(Demand wanted) {
        List<Ideal> ideals = wanted.capacity().stream()
                .flatMap(capacity -> lastWarming().stream()
                        .map(Pair::baseline)
                        .flatMap(sample -> sample.round().stream()
                                .flatMap(round ->
                                        capacity.idealOf(round, sample.waitPerExecution(), machine.cpus()).stream())))
                .toList();
        Optional<Ideal> ideal = ideals.isEmpty() ? Optional.empty() : Optional.of(Ideal.median(ideals));
        return wanted.on(ideal);
    }

    /**
     * Whether no warm-up can change what is to be said of code that is not warm: it waits so much that its waiting decides,
     * or it does nothing but compute where there are too few CPUs.
     */
    private boolean isSettled(Pair last, Expectation known) {
        if (known.isBeyondThisMachine()) {
            return last.baseline().onlyComputes() && known.isBeyond(machine.cpus());
        }
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
        while (warmth.missing().isPresent() && budget.fitsWarmUp(elapsed(), last.waitingNanos())) {
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
            block.add(askedOfCores(pair(baselineFirst, false)
                    .withReference(ofBaseline.referenceNanos(), ofContender.referenceNanos())));
            baselineFirst = !baselineFirst;
            longestPairNanos = Math.max(longestPairNanos, elapsed() - before);
        }
    }

    /** What the budget lacks for the second block; empty if it lacks nothing. */
    private Optional<String> repeatIfNeeded() throws Exception {
        if (demand.isPresent() && standing() != Standing.TO_BE_REPEATED) {
            return Optional.empty();
        }
        if (demand.isPresent()) {
            Optional<String> shortage = budget.shortage(
                    "The first block says not met, and the second one that must repeat it",
                    errors().leastPairsForNotMet(),
                    0,
                    (double) firstBlockNanos / first.size(),
                    elapsed() + PAUSE.toNanos());
            if (shortage.isPresent()) {
                return shortage;
            }
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
            Sample ofFirst = timer.time(baseline, ofBaseline, warmup);
            return new Pair(ofFirst, timer.time(contender, ofContender, warmup), warm, false);
        }
        Sample ofFirst = timer.time(contender, ofContender, warmup);
        return new Pair(timer.time(baseline, ofBaseline, warmup), ofFirst, warm, false);
    }

    /** Ask the CPUs, right after it, about a pair whose contender burned more CPU time on several of them. */
    private Pair askedOfCores(Pair pair) {
        double busy = pair.contender().cpuShare();
        boolean onSeveral = machine.cpus() > 1 && busy > ONE_CPU;
        int threads = (int) Math.min(machine.cpus(), Math.max(2, Math.round(busy)));
        return pair.burnsMore() && onSeveral && !areSeparateCores(threads) ? pair.withCoresInDoubt() : pair;
    }

    private boolean areSeparateCores(int threads) {
        return machine.coreSlowdown(threads).orElse(SHARED_CORES) < SHARED_CORES;
    }

    private Judge judge(Optional<String> notWarm, Optional<String> shortage, List<String> notes) {
        return new Judge(measured(notWarm, shortage, notes), demand, expectation);
    }

    private List<String> notes(Optional<String> notWarm, Pair firstPair) {
        List<String> notes = new ArrayList<>();
        if (!first.isEmpty() && notWarm.isPresent()) {
            notes.add("It was not warm yet (" + notWarm.get() + "), so only its waiting was judged, which no warm-up"
                    + " shortens.");
        }
        Pair later = first.isEmpty() ? last(warming, firstPair) : first.get(0);
        noteCached(baseline, firstPair.baseline(), later.baseline()).ifPresent(notes::add);
        noteCached(contender, firstPair.contender(), later.contender()).ifPresent(notes::add);
        return notes;
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

    private List<Pair> lastWarming() {
        return warming.subList(Math.max(0, warming.size() - LAST_ROUNDS), warming.size());
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

    private ErrorBudget errors() {
        return demand.map(Demand::errors).orElse(ErrorBudget.among(1));
    }

    private long elapsed() {
        return machine.nanos();
    }
}
