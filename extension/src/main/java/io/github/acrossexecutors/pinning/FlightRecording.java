package io.github.acrossexecutors.pinning;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * A recording of the JDK's Flight Recorder that knows pins and nothing else.
 *
 * <p>It is read by taking a snapshot, which ends the chunk of data being written, so that all that happened before is in
 * the snapshot. An event stream would tell of it up to a second later: its interval cannot be set.
 *
 * <p><b>Threads:</b> safe; one snapshot at a time.
 */
final class FlightRecording implements PinSource {

    private static final String PINNED = "jdk.VirtualThreadPinned";
    /** At some 120 KB for each reading and 100 bytes for a pin, many minutes of a busy run. */
    private static final long KEPT_BYTES = 16L << 20;

    private static final List<String> JDK_PACKAGES = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    private final Recording recording;

    private FlightRecording(Recording recording) {
        this.recording = recording;
    }

    /**
     * Start to record.
     *
     * @throws IllegalStateException if the recorder is switched off or cannot start
     */
    static FlightRecording start(Duration threshold) {
        if (!FlightRecorder.isAvailable()) {
            throw new IllegalStateException("this JVM's Flight Recorder is switched off");
        }
        Recording recording = new Recording();
        try {
            recording.setName("Across Executors: pinned virtual threads");
            recording.enable(PINNED).withThreshold(threshold).withStackTrace();
            recording.setMaxSize(KEPT_BYTES);
            recording.start();
            return new FlightRecording(recording);
        } catch (RuntimeException | Error e) {
            recording.close();
            throw e;
        }
    }

    @Override
    public synchronized List<PinEvent> since(Instant start) throws IOException {
        Path file = Files.createTempFile("across-executors-pins", ".jfr");
        try {
            try (Recording snapshot = FlightRecorder.getFlightRecorder().takeSnapshot();
                    InputStream data = snapshot.getStream(start, null)) {
                checkKept(snapshot.getStartTime(), start);
                if (data == null) {
                    return List.of();
                }
                Files.copy(data, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return read(file);
        } finally {
            Files.delete(file);
        }
    }

    private void checkKept(@Nullable Instant keptSince, Instant start) throws IOException {
        if (recording.getState() != RecordingState.RUNNING) {
            throw new IOException("somebody has stopped the recording");
        }
        if (keptSince == null || keptSince.isAfter(start)) {
            throw new IOException("more was recorded meanwhile than the " + KEPT_BYTES + " bytes that are kept");
        }
    }

    private static List<PinEvent> read(Path file) throws IOException {
        List<PinEvent> pins = new ArrayList<>();
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                if (event.getEventType().getName().equals(PINNED) && event.getThread() != null) {
                    pins.add(pin(event));
                }
            }
        }
        return pins;
    }

    private static PinEvent pin(RecordedEvent event) {
        return new PinEvent(
                event.getThread().getJavaThreadId(),
                event.getStartTime(),
                event.getDuration(),
                reason(event),
                frames(event)
                        .filter(FlightRecording::isOutsideTheJdk)
                        .findFirst()
                        .map(FlightRecording::inWords));
    }

    /** From JDK 24 on the event has it; before, monitors pin too, and nobody says which of the two it was. */
    private static String reason(RecordedEvent event) {
        Optional<String> told = event.hasField("pinnedReason")
                ? Optional.ofNullable(event.getString("pinnedReason"))
                : Optional.of("A monitor or a native frame on stack");
        return told.map(Frames::withoutNumbers)
                .filter(reason -> !reason.isBlank())
                .orElse("No reason given");
    }

    private static Stream<RecordedFrame> frames(RecordedEvent event) {
        RecordedStackTrace trace = event.getStackTrace();
        return trace == null ? Stream.empty() : trace.getFrames().stream().filter(RecordedFrame::isJavaFrame);
    }

    private static boolean isOutsideTheJdk(RecordedFrame frame) {
        String type = frame.getMethod().getType().getName();
        return JDK_PACKAGES.stream().noneMatch(type::startsWith);
    }

    private static String inWords(RecordedFrame frame) {
        String type = Objects.requireNonNull(frame.getMethod().getType().getName());
        return Frames.inWords(type, frame.getMethod().getName(), frame.getLineNumber());
    }

    @Override
    public void close() {
        recording.close();
    }
}
