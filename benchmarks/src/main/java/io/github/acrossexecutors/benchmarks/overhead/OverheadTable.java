package io.github.acrossexecutors.benchmarks.overhead;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.openjdk.jmh.util.ListStatistics;

/**
 * Prints what JMH wrote as one table.
 *
 * <p>Each file is a block: every benchmark once, in a JVM of its own. A ratio is taken within a block, whose benchmarks
 * ran within the same minute, and never across blocks: what others do on the machine changes meanwhile. What is shown is
 * the mean over the blocks and half of its 95 % confidence interval (Student's t).
 */
final class OverheadTable {

    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final double CONFIDENCE = 0.95;
    private static final String LINE = "  %-45s %16s %7s %16s %18s%n";

    private final List<JsonNode> blocks;

    OverheadTable(List<JsonNode> blocks) {
        this.blocks = blocks;
    }

    /** The arguments: the machine's load before and after, then the files. */
    public static void main(String[] arguments) throws IOException {
        List<JsonNode> blocks = new ArrayList<>();
        for (String file : List.of(arguments).subList(2, arguments.length)) {
            blocks.add(new ObjectMapper().readTree(Path.of(file).toFile()));
        }
        System.out.printf(
                Locale.ROOT,
                "JDK %s, %d CPUs, %d blocks, load before %s, after %s%n%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                blocks.size(),
                arguments[0],
                arguments[1]);
        System.out.print(new OverheadTable(blocks));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, LINE, "one empty task", "ns", "bytes", "x invokeAll", "x @RepeatedTest"));
        for (Row row : Row.values()) {
            text.append(String.format(
                    Locale.ROOT,
                    LINE,
                    row.title,
                    withError("%.0f", nanos(row)),
                    row.counter.equals(Row.PRIMARY) ? String.format(Locale.ROOT, "%.0f", bytes(row)) : "",
                    withError("%.2f", ratios(row, Row.INVOKE_ALL)),
                    withError("%.4f", ratios(row, Row.REPEATED_TEST))));
        }
        return text.toString();
    }

    private double[] nanos(Row row) {
        return blocks.stream().mapToDouble(block -> nanos(block, row)).toArray();
    }

    private double[] ratios(Row row, Row peer) {
        return blocks.stream()
                .mapToDouble(block -> nanos(block, row) / nanos(block, peer))
                .toArray();
    }

    private double bytes(Row row) {
        return blocks.stream()
                .mapToDouble(block -> mean(result(block, row).at("/secondaryMetrics/" + ALLOCATED + "/rawData")))
                .average()
                .orElseThrow();
    }

    private static double nanos(JsonNode block, Row row) {
        String metric = row.counter.equals(Row.PRIMARY) ? "primaryMetric" : "secondaryMetrics/" + row.counter;
        return mean(result(block, row).at("/" + metric + "/rawData"));
    }

    private static JsonNode result(JsonNode block, Row row) {
        return StreamSupport.stream(block.spliterator(), false)
                .filter(result -> result.path("benchmark").asText().endsWith("." + row.benchmark))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("JMH wrote nothing of " + row.benchmark));
    }

    /** Of forks of iterations. JMH adds up a counter's iterations, so its own score of one is no mean. */
    private static double mean(JsonNode rawData) {
        return StreamSupport.stream(rawData.spliterator(), false)
                .flatMap(fork -> StreamSupport.stream(fork.spliterator(), false))
                .mapToDouble(JsonNode::asDouble)
                .average()
                .orElseThrow(() -> new IllegalArgumentException("JMH wrote a result without figures"));
    }

    private static String withError(String format, double[] values) {
        double error = new ListStatistics(values).getMeanErrorAt(CONFIDENCE);
        double mean = Arrays.stream(values).average().orElseThrow();
        return String.format(Locale.ROOT, format + " ± " + format, mean, error);
    }
}
