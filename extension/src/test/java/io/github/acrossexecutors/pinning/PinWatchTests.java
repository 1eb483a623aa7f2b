package io.github.acrossexecutors.pinning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A watch for pins")
class PinWatchTests {

    @Test
    @DisplayName("that cannot start says why, and has no answer rather than a good one")
    void saysWhyItCannotStart() {
        for (Throwable failure : List.of(
                new IllegalStateException("x"),
                new SecurityException("x"),
                new NoClassDefFoundError("x"),
                new ExceptionInInitializerError("x"),
                new InternalError("x"))) {
            try (PinWatch watch = PinWatch.start(() -> fail(failure))) {
                assertThat(watch.notWatched()).hasValue("JDK Flight Recorder did not start (" + failure + ")");
                assertThatIOException().isThrownBy(() -> watch.since(Instant.EPOCH));
            }
        }
    }

    private static PinSource fail(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    @Test
    @DisplayName("answers, and leaves no recording behind once it is closed")
    void closesItsRecording() throws IOException {
        PinWatch watch = PinWatch.start();
        assertThat(watch.notWatched()).isEmpty();
        assertThat(ours()).hasSize(1);

        assertThat(watch.since(Instant.now())).isEmpty();

        watch.close();
        assertThat(ours()).isEmpty();
    }

    @Test
    @DisplayName("has no answer for a time of which something may have been dropped")
    void hasNoAnswerForWhatWasDropped() {
        try (PinWatch watch = PinWatch.start()) {
            assertThatIOException()
                    .isThrownBy(() -> watch.since(Instant.EPOCH))
                    .withMessageStartingWith("more was recorded meanwhile than the 16777216 bytes that are kept");
        }
    }

    @Test
    @DisplayName("has no answer once somebody else has stopped its recording")
    void hasNoAnswerOnceItWasStopped() {
        try (PinWatch watch = PinWatch.start()) {
            Instant start = Instant.now();
            ours().forEach(Recording::stop);

            assertThatIOException()
                    .isThrownBy(() -> watch.since(start))
                    .withMessage("somebody has stopped the recording");
        }
    }

    private static List<Recording> ours() {
        return FlightRecorder.getFlightRecorder().getRecordings().stream()
                .filter(recording -> recording.getName().equals("Across Executors: pinned virtual threads"))
                .toList();
    }
}
