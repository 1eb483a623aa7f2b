package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One session per user: each call on the map is atomic, the three of them together are not. */
final class CheckThenActOnMap {

    private CheckThenActOnMap() {}

    static final class Session {}

    static final class Bug {
        private final Map<String, Session> sessions = new ConcurrentHashMap<>();
        private @Nullable Session inBrowser;
        private @Nullable Session onPhone;

        @Actor
        void browser() {
            inBrowser = sessionOf("user 7");
        }

        @Actor
        void phone() {
            onPhone = sessionOf("user 7");
        }

        @Check
        void oneSessionForBoth() {
            mustBeSame(inBrowser, onPhone);
        }

        private @Nullable Session sessionOf(String user) {
            if (!sessions.containsKey(user)) {
                sessions.put(user, new Session());
            }
            return sessions.get(user);
        }
    }

    static final class Correct {
        private final Map<String, Session> sessions = new ConcurrentHashMap<>();
        private @Nullable Session inBrowser;
        private @Nullable Session onPhone;

        @Actor
        void browser() {
            inBrowser = sessionOf("user 7");
        }

        @Actor
        void phone() {
            onPhone = sessionOf("user 7");
        }

        @Check
        void oneSessionForBoth() {
            mustBeSame(inBrowser, onPhone);
        }

        private Session sessionOf(String user) {
            return sessions.computeIfAbsent(user, key -> new Session());
        }
    }

    private static void mustBeSame(@Nullable Session one, @Nullable Session other) {
        if (one == null || one != other) {
            throw new AssertionError("one user has two sessions");
        }
    }
}
