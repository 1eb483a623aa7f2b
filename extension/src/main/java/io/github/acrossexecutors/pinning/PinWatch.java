package io.github.acrossexecutors.pinning;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches this JVM for pinned virtual threads, from its start until it is closed.
 *
 * <p>Limits: a pin is known once it has ended, and only if it took at least {@link #THRESHOLD}: less than the operating
 * system's own time slices, so that shorter ones change no time anybody would judge, and rounds that are shorter need no
 * look.
 *
 * <p><b>Threads:</b> safe.
 *
 * <p><b>Failure:</b> a JVM that cannot be watched is never a reason to fail; {@link #notWatched} says why.
 */
public final class PinWatch implements AutoCloseable {

    static final Duration THRESHOLD = Duration.ofMillis(1);

    /** Null if this JVM cannot be watched. */
    private final @Nullable PinSource source;

    private final String whyNot;

    private PinWatch(@Nullable PinSource source, String whyNot) {
        this.source = source;
        this.whyNot = whyNot;
    }

    /**
     * Start to watch, which takes the JVM about half a second the first time.
     *
     * @return a watch, if need be one that sees nothing
     */
    public static PinWatch start() {
        return ModuleLayer.boot().findModule("jdk.jfr").isPresent()
                ? start(() -> FlightRecording.start(THRESHOLD))
                : new PinWatch(null, "this JVM has no jdk.jfr module");
    }

    static PinWatch start(Supplier<PinSource> start) {
        try {
            return new PinWatch(start.get(), "");
        } catch (RuntimeException | LinkageError | InternalError e) {
            return new PinWatch(null, "JDK Flight Recorder did not start (" + e + ")");
        }
    }

    /**
     * {@return why this JVM is not watched; empty if it is}
     */
    public Optional<String> notWatched() {
        return source == null ? Optional.of(whyNot) : Optional.empty();
    }

    List<PinEvent> since(Instant start) throws IOException {
        if (source == null) {
            throw new IOException(whyNot);
        }
        try {
            return source.since(start);
        } catch (RuntimeException e) {
            throw new IOException(e.toString(), e);
        }
    }

    @Override
    public void close() {
        if (source != null) {
            source.close();
        }
    }
}
