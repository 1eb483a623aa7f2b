package io.github.acrossexecutors.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A measurement of rounds that tell their own times")
class ModelMeasurementTests {

    private static final int TASKS = 8;
    private final ScriptedMachine machine = new ScriptedMachine(2);
    private final List<Boolean> warmups = new ArrayList<>();

    @Test
    @DisplayName("judges a share of the ideal of the baseline's tasks")
    void shareOfIdeal() throws Exception {
        Judgement enough = judge(new Bar.OfIdeal(0.7), computing(10), parallel(55));
        assertThat(enough.verdict()).isEqualTo(Verdict.MET);
        assertThat(enough.ideal().orElseThrow().here()).isEqualTo(2);
        assertThat(enough.message())
                .contains("at least 0.7 of the ideal (2.00 x, so 1.40 x)", "ideal 2.00 x, 0.73 of it");

        assertThat(judge(new Bar.OfIdeal(0.8), computing(10), parallel(55)).verdict())
                .isEqualTo(Verdict.NOT_MET);
    }

    @Test
    @DisplayName("refuses a bar that no machine can meet, and says what this work can gain")
    void impossible() {
        assertThatThrownBy(() -> judge(new Bar.AtLeast(5), computing(10), parallel(40)))
                .isInstanceOf(ImpossibleBarException.class)
                .hasMessageContaining("which no machine can do")
                .hasMessageContaining("gains at most 4.00 x on any machine");
    }

    @Test
    @DisplayName("does not begin where this machine has too few CPUs for the bar, and says so")
    void tooFewCpus() throws Exception {
        Judgement judgement = judge(new Bar.AtLeast(3), computing(10), parallel(40));

        assertThat(judgement.reason()).contains(Reason.TOO_FEW_CPUS);
        assertThat(judgement.pairs()).isEmpty();
        assertThat(judgement.message()).contains("gains at most 2.00 x on 2 CPUs");
    }

    @Test
    @DisplayName("does not name an ideal above the bar where more threads were runnable than there are CPUs")
    void moreThreadsThanCpus() throws Exception {
        Rounds spinning = warmup -> {
            machine.take(80, 160, 160);
            return Optional.of(round(80, 10, warmup));
        };

        Judgement judgement = judge(new Bar.AtLeast(1.5), computing(10), spinning);

        assertThat(judgement.reason()).contains(Reason.TOO_FEW_CPUS);
        assertThat(judgement.message())
                .contains("kept 4.0 threads runnable on 2 CPUs")
                .doesNotContain("gains at most");
    }

    @Test
    @DisplayName(
            "asks for no share of an ideal that is no gain: of too few CPUs it says so, of such work it refuses it")
    void nothingToGain() throws Exception {
        ScriptedMachine alone = new ScriptedMachine(1);
        Rounds computing = warmup -> {
            alone.compute(80);
            return Optional.of(round(80, 10, warmup));
        };
        Demand demand = new Demand(new Bar.OfIdeal(0.7), ErrorBudget.among(1), Optional.of(new Capacity(4, 4, false)));
        Contestant same = new Contestant("FIXED_POOL", computing);

        Judgement onOneCpu = new Measurement(alone, same, same, Optional.of(demand), Optional.empty())
                .run()
                .judge();
        assertThat(onOneCpu.reason()).contains(Reason.TOO_FEW_CPUS);
        assertThat(onOneCpu.message()).contains("gains at most 1.00 x on 1 CPU");

        Demand oneWorker =
                new Demand(new Bar.OfIdeal(0.7), ErrorBudget.among(1), Optional.of(new Capacity(1, 1, false)));
        assertThatThrownBy(() -> new Measurement(alone, same, same, Optional.of(oneWorker), Optional.empty()).run())
                .isInstanceOf(ImpossibleBarException.class);
    }

    @Test
    @DisplayName(
            "says of code that only computes, warm or not, that one CPU is too few; of code that also waits, nothing cold")
    void coldOnOneCpu() throws Exception {
        assertThat(cold(1, 0, 4).reason()).contains(Reason.TOO_FEW_CPUS);
        assertThat(cold(1, 0, 4).message()).contains("gains at most 1.00 x on 1 CPU");
        assertThat(cold(1, 20, 4).reason()).contains(Reason.NOT_WARM);
        assertThat(cold(2, 0, 4).reason()).contains(Reason.NOT_WARM);
        assertThat(cold(2, 0, 1).reason()).contains(Reason.NOT_WARM);
    }

    /** Of tasks that compute for 80 ms, and wait, while the JIT compiler is at work. */
    private static Judgement cold(int cpus, double waitingMillis, int workers) throws Exception {
        ScriptedMachine compiling = new ScriptedMachine(cpus);
        Rounds rounds = warmup -> {
            compiling.compute(80);
            compiling.sleep(waitingMillis);
            compiling.compile(8);
            return Optional.of(round(80 + waitingMillis, 10, warmup));
        };
        Contestant same = new Contestant("FIXED_POOL", rounds);
        Demand demand =
                new Demand(new Bar.OfIdeal(0.7), ErrorBudget.among(1), Optional.of(new Capacity(workers, 4, false)));
        return new Measurement(compiling, same, same, Optional.of(demand), Optional.empty())
                .run()
                .judge();
    }

    @Test
    @DisplayName("knows no ideal of tasks whose CPU time nobody tells")
    void noIdeal() throws Exception {
        Rounds unknown = warmup -> {
            machine.sleep(80);
            return Optional.of(new Round(
                    1, warmup, Samples.nanos(80), 0, 0, List.of(new Span(0, "v", 0, 10, OptionalLong.empty()))));
        };

        Judgement judgement = judge(new Bar.OfIdeal(0.7), unknown, parallel(40));

        assertThat(judgement.reason()).contains(Reason.NO_IDEAL);
        assertThat(judgement.message()).contains("say atLeast instead");
    }

    @Test
    @DisplayName("takes the round's own time, not that of making its tasks, and counts what was used beside it")
    void ownTime() throws Exception {
        Rounds slowToMake = warmup -> {
            machine.compute(100);
            return parallel(40).execute(warmup);
        };

        Judgement judgement = judge(new Bar.AtLeast(1.5), computing(10), slowToMake);

        assertThat(judgement.verdict()).isEqualTo(Verdict.MET);
        assertThat(judgement.figures().orElseThrow().median()).isEqualTo(2);
        assertThat(judgement.figures().orElseThrow().cpuShare()).isLessThan(1.5);
    }

    @Test
    @DisplayName("executes what belongs around a round outside its time and outside its use of the CPUs")
    void surroundings() throws Exception {
        Rounds surrounded = surrounded(parallel(40), () -> machine.compute(70));

        Judgement judgement = judge(new Bar.AtLeast(1.5), computing(10), surrounded);

        assertThat(judgement.figures().orElseThrow().median()).isEqualTo(2);
        assertThat(judgement.figures().orElseThrow().cpuInflation()).hasValue(1);
    }

    @Test
    @DisplayName("does not repeat short work so often that what is around it outlasts the budget")
    void longSurroundings() throws Exception {
        Contestant shortWork = Contestant.of("short", () -> machine.compute(0.1));
        Contestant same = new Contestant("surrounded", surrounded(shortWork.rounds(), () -> machine.sleep(50)));

        new Measurement(machine, same, same, Optional.of(ScriptedContest.bar(2)), Optional.empty()).run();

        assertThat(machine.nanos()).isLessThan(TimeBudget.DEFAULT.plusSeconds(1).toNanos());
    }

    @Test
    @DisplayName("tells its rounds which of them only warm up")
    void warmups() throws Exception {
        Judgement judgement = judge(new Bar.AtLeast(1.5), computing(10), parallel(40));

        assertThat(warmups).startsWith(true, true).endsWith(false, false);
        assertThat(warmups.stream().filter(warmup -> !warmup))
                .hasSize(2 * judgement.pairs().size());
    }

    /** Rounds before and after which something else is done. */
    private static Rounds surrounded(Rounds inner, Runnable beside) {
        return new Rounds() {
            @Override
            public Optional<Round> execute(boolean warmup) throws Exception {
                return inner.execute(warmup);
            }

            @Override
            public boolean hasSurroundings() {
                return true;
            }

            @Override
            public void around(Judged judged) throws Exception {
                beside.run();
                judged.execute();
                beside.run();
            }
        };
    }

    private Judgement judge(Bar bar, Rounds baseline, Rounds contender) throws Exception {
        Demand demand = new Demand(bar, ErrorBudget.among(1), Optional.of(new Capacity(4, 4, false)));
        return new Measurement(
                        machine,
                        new Contestant("SEQUENTIAL", baseline),
                        new Contestant("FIXED_POOL", contender),
                        Optional.of(demand),
                        Optional.of(Duration.ofSeconds(20)))
                .run()
                .judge();
    }

    /** Eight tasks that compute, one after another. */
    private Rounds computing(double millis) {
        return warmup -> {
            warmups.add(warmup);
            machine.compute(TASKS * millis);
            return Optional.of(round(TASKS * millis, millis, warmup));
        };
    }

    /** The same on two CPUs. */
    private Rounds parallel(double millis) {
        return warmup -> {
            warmups.add(warmup);
            machine.take(millis, 80, 0);
            return Optional.of(round(millis, 10, warmup));
        };
    }

    private static Round round(double wallMillis, double taskMillis, boolean warmup) {
        List<Span> spans = IntStream.range(0, TASKS)
                .mapToObj(task -> new Span(
                        task,
                        "worker-" + task % 2,
                        0,
                        Samples.nanos(taskMillis),
                        OptionalLong.of(Samples.nanos(taskMillis))))
                .toList();
        return new Round(1, warmup, Samples.nanos(wallMillis), 0, 0, spans);
    }
}
