package io.github.acrossexecutors.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a task threw, as text: so that no class of an exception, and nothing it holds, decides whether a failure arrives.
 *
 * @param className the name of its class
 * @param message its message
 * @param detail what else one of this package's exceptions knows
 * @param frames the first frames of its stack
 * @param cause what caused it
 * @param suppressed what was suppressed for it
 */
record Failure(
        String className,
        @Nullable String message,
        String detail,
        List<StackTraceElement> frames,
        @Nullable Failure cause,
        List<Failure> suppressed) {

    private static final int MOST_FRAMES = 200;
    private static final int MOST_CAUSES = 20;
    private static final int MOST_CHARS = 100_000;

    static Failure of(Throwable thrown) {
        return of(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static Failure of(Throwable thrown, Set<Throwable> seen) {
        seen.add(thrown);
        List<StackTraceElement> frames = List.of(thrown.getStackTrace());
        @Nullable Throwable cause = thrown.getCause();
        List<Failure> suppressed = new ArrayList<>();
        for (Throwable also : thrown.getSuppressed()) {
            if (seen.size() < MOST_CAUSES && !seen.contains(also)) {
                suppressed.add(of(also, seen));
            }
        }
        boolean further = cause != null && seen.size() < MOST_CAUSES && !seen.contains(cause);
        return new Failure(
                thrown.getClass().getName(),
                messageOf(thrown),
                thrown instanceof TaskNotSerializableException unserializable ? unserializable.path() : "",
                frames.subList(0, Math.min(frames.size(), MOST_FRAMES)),
                further && cause != null ? of(cause, seen) : null,
                suppressed);
    }

    private static @Nullable String messageOf(Throwable thrown) {
        @Nullable String message;
        try {
            message = thrown.getMessage();
        } catch (RuntimeException | StackOverflowError e) {
            return "(its message cannot be read: " + e.getClass().getName() + ")";
        }
        return message == null || message.length() <= MOST_CHARS ? message : message.substring(0, MOST_CHARS) + " ...";
    }

    void write(DataOutputStream out) throws IOException {
        Text.write(out, className);
        Text.write(out, message);
        Text.write(out, detail);
        out.writeInt(frames.size());
        for (StackTraceElement frame : frames) {
            Text.write(out, frame.getClassName());
            Text.write(out, frame.getMethodName());
            Text.write(out, frame.getFileName());
            out.writeInt(frame.getLineNumber());
        }
        out.writeInt(suppressed.size());
        for (Failure also : suppressed) {
            also.write(out);
        }
        out.writeBoolean(cause != null);
        if (cause != null) {
            cause.write(out);
        }
    }

    static Failure read(DataInputStream in) throws IOException {
        String className = Text.readSome(in);
        @Nullable String message = Text.read(in);
        String detail = Text.readSome(in);
        List<StackTraceElement> frames = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            frames.add(new StackTraceElement(Text.readSome(in), Text.readSome(in), Text.read(in), in.readInt()));
        }
        List<Failure> suppressed = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            suppressed.add(read(in));
        }
        return new Failure(className, message, detail, frames, in.readBoolean() ? read(in) : null, suppressed);
    }
}
