package io.github.acrossexecutors.remote;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What was thrown in another JVM: the object itself where it can travel, and what can be said of it where it cannot, because
 * it holds something unserializable or the receiver lacks its class.
 */
final class Thrown implements Serializable {

    private static final long serialVersionUID = 1;

    private static final int MOST_CAUSES = 10;
    private static final byte[] NOTHING = {};

    /** The throwable; empty if it could not be packed. */
    private final byte[] packed;
    /** Its class and message. */
    private final String description;

    private final StackTraceElement[] frames;
    private final @Nullable Thrown cause;

    private Thrown(byte[] packed, String description, StackTraceElement[] frames, @Nullable Thrown cause) {
        this.packed = packed;
        this.description = description;
        this.frames = frames;
        this.cause = cause;
    }

    static Thrown of(Throwable thrown) {
        return of(thrown, MOST_CAUSES);
    }

    private static Thrown of(Throwable thrown, int depth) {
        Throwable cause = thrown.getCause();
        return new Thrown(
                depth == MOST_CAUSES ? pack(thrown) : NOTHING,
                describe(thrown),
                thrown.getStackTrace(),
                cause == null || depth == 0 ? null : of(cause, depth - 1));
    }

    private static byte[] pack(Throwable thrown) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(thrown);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return NOTHING;
        }
        return bytes.toByteArray();
    }

    private static String describe(Throwable thrown) {
        try {
            return thrown.toString();
        } catch (RuntimeException | StackOverflowError e) {
            return thrown.getClass().getName() + " (its message cannot be read: "
                    + e.getClass().getName() + ")";
        }
    }

    Throwable unpack(ClassLoader loader) {
        if (packed.length > 0) {
            try (ObjectInputStream in = new LoadingStream(packed, loader)) {
                return (Throwable) in.readObject();
            } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError e) {
                // The description has to do.
            }
        }
        return described();
    }

    private DescribedThrowable described() {
        DescribedThrowable described = new DescribedThrowable(description, cause == null ? null : cause.described());
        described.setStackTrace(frames);
        return described;
    }

    /** Stands for a throwable that could not travel. */
    static final class DescribedThrowable extends Exception {

        private static final long serialVersionUID = 1;

        DescribedThrowable(String description, @Nullable Throwable cause) {
            super(description, cause);
        }
    }

    /** Finds the classes of the test. */
    private static final class LoadingStream extends ObjectInputStream {

        private final ClassLoader loader;

        LoadingStream(byte[] packed, ClassLoader loader) throws IOException {
            super(new ByteArrayInputStream(packed));
            this.loader = loader;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, loader);
            } catch (ClassNotFoundException e) {
                return super.resolveClass(description);
            }
        }
    }
}
