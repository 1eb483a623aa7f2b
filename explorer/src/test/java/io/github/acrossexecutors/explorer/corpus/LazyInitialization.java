package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import org.jspecify.annotations.Nullable;

/** A connection that is opened on first use: two first uses open two. */
final class LazyInitialization {

    private LazyInitialization() {}

    static final class Connection {}

    static final class Bug {
        private @Nullable Connection connection;
        private @Nullable Connection ofReport;
        private @Nullable Connection ofBackup;

        @Actor
        void report() {
            ofReport = connection();
        }

        @Actor
        void backup() {
            ofBackup = connection();
        }

        @Check
        void oneConnection() {
            mustBeSame(ofReport, ofBackup);
        }

        private Connection connection() {
            if (connection == null) {
                connection = new Connection();
            }
            return connection;
        }
    }

    static final class Correct {
        private @Nullable Connection connection;
        private @Nullable Connection ofReport;
        private @Nullable Connection ofBackup;

        @Actor
        void report() {
            ofReport = connection();
        }

        @Actor
        void backup() {
            ofBackup = connection();
        }

        @Check
        void oneConnection() {
            mustBeSame(ofReport, ofBackup);
        }

        private synchronized Connection connection() {
            if (connection == null) {
                connection = new Connection();
            }
            return connection;
        }
    }

    private static void mustBeSame(@Nullable Connection one, @Nullable Connection other) {
        if (one == null || one != other) {
            throw new AssertionError("two connections were opened");
        }
    }
}
