package io.github.acrossexecutors.benchmarks.verdicts;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;

/** Judges one truth in this JVM, and prints one line of JSON: a {@link Seen}. */
final class OneTruth {

    private OneTruth() {}

    /** The arguments: the truth, and the budget in seconds. */
    public static void main(String[] arguments) throws IOException {
        PrintStream lines = System.out;
        // The extension prints how the run came out, which is not for the line's reader.
        System.setOut(System.err);
        Truth truth = Truth.valueOf(arguments[0]);
        Seen seen = truth.trial.judge(Duration.ofSeconds(Long.parseLong(arguments[1])));
        lines.println(new ObjectMapper().writeValueAsString(seen));
        lines.flush();
        // Whatever a truth has left behind.
        System.exit(0);
    }
}
