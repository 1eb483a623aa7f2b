package io.github.acrossexecutors.runner;

import picocli.CommandLine;

/** How {@code learn} ends, for scripts. */
enum ExitCode {
    /** Every koan that was asked for is green, or nothing was judged. */
    GREEN(CommandLine.ExitCode.OK),
    /** A koan is red. */
    RED(1),
    /** The command line makes no sense. */
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
}
