package io.github.acrossexecutors.explorer.search;

import java.util.List;

/** Says where two accounts of the same schedule part. */
final class Difference {

    private Difference() {}

    static String between(String first, String second) {
        List<String> one = first.lines().toList();
        List<String> other = second.lines().toList();
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            if (!one.get(i).equals(other.get(i))) {
                return "first \"%s\", then \"%s\""
                        .formatted(one.get(i).strip(), other.get(i).strip());
            }
        }
        return "first %d steps, then %d".formatted(one.size(), other.size());
    }
}
