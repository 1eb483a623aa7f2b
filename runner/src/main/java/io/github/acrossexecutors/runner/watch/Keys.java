package io.github.acrossexecutors.runner.watch;

import java.time.Duration;

/** Where keys come from. */
public interface Keys {

    /**
     * Waits for a key.
     *
     * @param patience how long
     * @return the key; {@link Key.Kind#NONE} if none came in time
     */
    Key read(Duration patience);
}
