package io.github.acrossexecutors.runner.engine;

import java.time.Duration;
import java.util.List;

/**
 * What an engine is set up with.
 *
 * @param classPath what koans are compiled and run on
 * @param childOptions further options of the child JVM
 * @param grace how much longer than a koan's budget a test method may be silent: starting the slow site, and the watchdog's own report, take part of it
 */
record EngineSettings(String classPath, List<String> childOptions, Duration grace) {

    EngineSettings {
        childOptions = List.copyOf(childOptions);
        if (grace.isNegative()) {
            throw new IllegalArgumentException("`grace` is " + grace + ", but must not be negative");
        }
    }

    /** The class path of this JVM; the language of the texts is handed on. */
    static EngineSettings standard() {
        String language = System.getProperty("koans.language", "en");
        return new EngineSettings(
                System.getProperty("java.class.path"), List.of("-Dkoans.language=" + language), Duration.ofSeconds(15));
    }
}
