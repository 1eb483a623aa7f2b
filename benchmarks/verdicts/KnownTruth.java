import io.github.acrossexecutors.Comparison;
import io.github.acrossexecutors.Race;
import io.github.acrossexecutors.verdict.Figures;
import io.github.acrossexecutors.verdict.Judgement;
import java.time.Duration;

/** Judges one truth in this JVM, and prints one line: truth, verdict, reason, seconds, pairs, message. */
final class KnownTruth {

    private KnownTruth() {}

    public static void main(String[] args) {
        Truth truth = Truth.valueOf(args[0]);
        Duration budget = Duration.ofSeconds(Long.parseLong(args[1]));
        long start = System.nanoTime();
        Comparison comparison = Race.of("baseline", truth.baseline)
                .against("contender", truth.contender)
                .budget(budget)
                .measure(truth.bar);
        double seconds = (System.nanoTime() - start) / 1e9;
        Judgement judgement = comparison.judge(truth.bar);
        String reason = judgement.reason().map(Enum::name).orElse("-");
        int pairs = judgement.figures().map(Figures::pairs).orElse(0);
        boolean lie = judgement.verdict().name().equals(truth.falseVerdict);
        System.out.printf(
                "%s\t%s\t%s\t%s\t%.1f\t%d\t%s%n",
                truth, judgement.verdict(), reason, lie ? "FALSE" : "ok", seconds, pairs, judgement.message());
    }
}
