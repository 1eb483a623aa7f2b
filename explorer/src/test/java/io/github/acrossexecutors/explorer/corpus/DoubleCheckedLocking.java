package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import org.jspecify.annotations.Nullable;

/**
 * Settings that are read on first use. Without {@code volatile} no order of steps shows anything wrong, yet the first check
 * may see the reference before it sees what it refers to.
 */
final class DoubleCheckedLocking {

    private DoubleCheckedLocking() {}

    /** Its fields are not final, so that it must be published with care. */
    static final class Settings {
        private int port;

        Settings() {
            port = 8080;
        }
    }

    static final class Bug {
        private @Nullable Settings settings;
        private int ofServer;
        private int ofProxy;

        @Actor
        void server() {
            ofServer = settings().port;
        }

        @Actor
        void proxy() {
            ofProxy = settings().port;
        }

        @Check
        void bothKnowThePort() {
            mustBePort(ofServer, ofProxy);
        }

        @SuppressWarnings("DoubleCheckedLocking") // That is the mistake.
        private Settings settings() {
            if (settings == null) {
                synchronized (this) {
                    if (settings == null) {
                        settings = new Settings();
                    }
                }
            }
            return settings;
        }
    }

    static final class Correct {
        private volatile @Nullable Settings settings;
        private int ofServer;
        private int ofProxy;

        @Actor
        void server() {
            ofServer = settings().port;
        }

        @Actor
        void proxy() {
            ofProxy = settings().port;
        }

        @Check
        void bothKnowThePort() {
            mustBePort(ofServer, ofProxy);
        }

        private Settings settings() {
            Settings known = settings;
            if (known == null) {
                synchronized (this) {
                    known = settings;
                    if (known == null) {
                        known = new Settings();
                        settings = known;
                    }
                }
            }
            return known;
        }
    }

    private static void mustBePort(int ofServer, int ofProxy) {
        if (ofServer != 8080 || ofProxy != 8080) {
            throw new AssertionError("the ports are " + ofServer + " and " + ofProxy);
        }
    }
}
