package io.github.acrossexecutors.runner.gate;

import io.github.acrossexecutors.runner.path.Entry;
import java.util.Arrays;
import java.util.List;

/** The koans somebody asked for with {@code -Dkoans.only=K0104,K03}, by how their names begin; all, if nobody did. */
record Only(List<String> names) {

    static Only asked() {
        return new Only(Arrays.stream(System.getProperty("koans.only", "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList());
    }

    /** Asks for all. */
    static Only all() {
        return new Only(List.of());
    }

    boolean names(String koan) {
        return names.isEmpty() || names.stream().anyMatch(koan::startsWith);
    }

    /** {@return those asked for, in their order} */
    List<Entry> of(List<Entry> entries) {
        List<Entry> asked =
                entries.stream().filter(entry -> names(entry.name())).toList();
        requireSome(!asked.isEmpty());
        return asked;
    }

    void requireSome(boolean found) {
        if (!found) {
            throw new IllegalArgumentException("koans.only names no koan of the path: " + String.join(",", names));
        }
    }
}
