package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import io.github.acrossexecutors.explorer.Check;
import java.util.HashSet;
import java.util.Set;

/**
 * Loggers that register themselves, and a register that asks for a new logger's parent: one way goes through the locks in
 * this order, the other one in that.
 *
 * <p>Source: F. Kieviet, "Lessons of an interesting deadlock problem", frankkieviet.blogspot.com (2009), on
 * {@code Logger.getLogger} and {@code LogManager.addLogger} in the JDK of the time.
 */
final class LoggerRegistration {

    private LoggerRegistration() {}

    static final class Loggers {
        private final Register register;

        Loggers(Register register) {
            this.register = register;
        }

        synchronized void get(String name) {
            if (!register.knows(name)) {
                register.add(name, this);
            }
        }
    }

    abstract static class Register {
        private final Set<String> names = new HashSet<>();

        synchronized boolean knows(String name) {
            return names.contains(name);
        }

        synchronized void note(String name) {
            names.add(name);
        }

        /** Add a logger, and its parent if there is none. */
        abstract void add(String name, Loggers loggers);

        static void getParent(String name, Loggers loggers) {
            if (name.contains(".")) {
                loggers.get(name.substring(0, name.lastIndexOf('.')));
            }
        }
    }

    static final class Bug {
        private final Register register = new LockedRegister();
        private final Loggers loggers = new Loggers(register);

        private static final class LockedRegister extends Register {
            @Override
            synchronized void add(String name, Loggers loggers) {
                note(name);
                getParent(name, loggers);
            }
        }

        @Actor
        void looksUp() {
            loggers.get("com");
        }

        @Actor
        void registers() {
            register.add("com.shop", loggers);
        }

        @Check
        void bothAreKnown() {
            mustKnowBoth(register);
        }
    }

    static final class Correct {
        private final Register register = new OpenRegister();
        private final Loggers loggers = new Loggers(register);

        /** Calls what may lock something without its own lock. */
        private static final class OpenRegister extends Register {
            @Override
            void add(String name, Loggers loggers) {
                note(name);
                getParent(name, loggers);
            }
        }

        @Actor
        void looksUp() {
            loggers.get("com");
        }

        @Actor
        void registers() {
            register.add("com.shop", loggers);
        }

        @Check
        void bothAreKnown() {
            mustKnowBoth(register);
        }
    }

    private static void mustKnowBoth(Register register) {
        if (!register.knows("com") || !register.knows("com.shop")) {
            throw new AssertionError("a logger is not registered");
        }
    }
}
