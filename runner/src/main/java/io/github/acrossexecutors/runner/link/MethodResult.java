package io.github.acrossexecutors.runner.link;

/**
 * How one test method ended.
 *
 * @param method its name
 * @param guarantee the number of the guarantee it proves, 0 if it names none
 * @param status how it ended
 * @param millis how long it took
 * @param failure what was thrown, {@link Failure#NONE} if nothing was
 */
public record MethodResult(String method, int guarantee, Status status, long millis, Failure failure) {

    /** How a test method can end. */
    public enum Status {
        /** The guarantee holds. */
        PASSED,
        /** It does not. */
        FAILED,
        /** Its test gave up judging, with a reason. */
        ABORTED,
        /** It was not run, with a reason. */
        SKIPPED
    }

    /**
     * What a test method threw.
     *
     * @param type fully qualified name of the throwable's class, empty if none was thrown
     * @param message its message, or the reason of an abort or a skip
     * @param judgedLine the first line of the judged file in its trace, 0 if there is none
     * @param testLine the first line of the test in its trace, 0 if there is none
     * @param notYetWritten whether it is, or was caused by, a {@code NotYetWritten} thrown by the judged class itself
     */
    public record Failure(String type, String message, int judgedLine, int testLine, boolean notYetWritten) {

        /** Nothing was thrown. */
        public static final Failure NONE = new Failure("", "", 0, 0, false);

        /** {@return the name of the throwable's class without its package} */
        public String simpleType() {
            return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
        }
    }
}
