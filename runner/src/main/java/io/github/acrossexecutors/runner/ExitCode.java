package io.github.acrossexecutors.runner;

import io.github.acrossexecutors.runner.engine.Outcome;
import picocli.CommandLine;

/** How {@code learn} ends, for scripts. */
enum ExitCode {
    /** Every koan that was asked for is green, or nothing was judged. */
    GREEN(CommandLine.ExitCode.OK),
    /** A koan is red. */
    RED(1),
    /** The command line makes no sense, or asks for what must be confirmed first. */
    USAGE(CommandLine.ExitCode.USAGE),
    /** Something other than the learner's code is broken; the message says what. */
    BROKEN(3);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    static ExitCode of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Green green -> GREEN;
            case Outcome.NotJudged not -> GREEN;
            case Outcome.Red red -> RED;
            case Outcome.DoesNotCompile refused -> RED;
            case Outcome.Lost lost -> RED;
            case Outcome.Broken broken -> BROKEN;
        };
    }
}
