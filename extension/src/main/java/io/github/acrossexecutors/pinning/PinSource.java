package io.github.acrossexecutors.pinning;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Where pins are recorded. */
interface PinSource {

    /**
     * Tell every pin that has ended since an instant, and maybe earlier ones.
     *
     * @throws IOException if they cannot be read, or some were dropped
     */
    List<PinEvent> since(Instant start) throws IOException;

    void close();
}
