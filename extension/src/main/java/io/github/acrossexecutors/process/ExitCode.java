package io.github.acrossexecutors.process;

/** What exit codes of worker JVMs usually mean. */
final class ExitCode {

    /** What a JVM exits with under {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;
    /** What Unix adds to the number of the signal that ended a process. */
    private static final int SIGNALLED = 128;

    private ExitCode() {}

    static String meaning(int code, String lastOutput) {
        if (code == OUT_OF_MEMORY && lastOutput.contains("OutOfMemoryError")) {
            return " (it ran out of memory: give it a greater -Xmx through jvmArgs)";
        }
        return switch (code) {
            case 0 -> " (System.exit, as if all were well)";
            case 1 -> " (System.exit(1), or a JVM that could not start)";
            case SIGNALLED + 6 -> " (aborted: the JVM crashed, see its hs_err file, or halt(134))";
            case SIGNALLED + 9 -> " (killed: kill -9, or the system ran out of memory)";
            case SIGNALLED + 11 -> " (segmentation fault)";
            case SIGNALLED + 15 -> " (terminated: an ordinary kill)";
            default ->
                code > SIGNALLED && code < SIGNALLED + 32
                        ? " (signal " + (code - SIGNALLED) + ")"
                        : " (System.exit or Runtime.halt)";
        };
    }
}
