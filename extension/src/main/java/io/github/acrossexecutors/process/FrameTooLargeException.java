package io.github.acrossexecutors.process;

/** A task, an argument or a result needs more bytes than the pool lets travel at once. */
public final class FrameTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    FrameTooLargeException(String message) {
        super(message);
    }

    static FrameTooLargeException beyond(int maxFrameBytes) {
        return new FrameTooLargeException(
                "It needs more than the " + maxFrameBytes
                        + " bytes that may travel at once. Send less at a time, smaller chunks for one, or raise maxFrameBytes.");
    }
}
