package io.github.acrossexecutors.explorer.corpus;

import io.github.acrossexecutors.explorer.Actor;
import java.util.Arrays;

/** Finds the scenarios among the classes of a file. */
final class ScenarioClasses {

    private ScenarioClasses() {}

    static boolean isScenario(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(Actor.class));
    }

    /** The scenario of this name. */
    static Class<?> named(Class<?> file, String name) {
        return Arrays.stream(file.getDeclaredClasses())
                .filter(type -> type.getSimpleName().equals(name) && isScenario(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(file + " has no scenario " + name));
    }
}
