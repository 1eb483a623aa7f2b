package io.github.acrossexecutors.runner.path;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The koans in the order in which they are solved.
 *
 * @param entries at least one; no id and no name twice
 */
public record KoanPath(List<Entry> entries) {

    private static final Set<String> FIELDS =
            Set.of("id", "name", "chapter", "core", "kind", "minCores", "points", "budget");

    /**
     * Checks that no koan is listed twice.
     *
     * @throws IllegalArgumentException if the list is empty or names a koan twice
     */
    public KoanPath {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("it lists no koan");
        }
        Set<String> seen = new HashSet<>();
        for (Entry entry : entries) {
            if (!seen.add(entry.id())) {
                throw new IllegalArgumentException("it lists " + entry.id() + " twice; ids are permanent and unique");
            }
        }
    }

    /**
     * Reads {@code koans/path.yaml}.
     *
     * @param tree where the project lies
     * @return the path
     * @throws BrokenKoanException if the file is missing, is not YAML, or has an unknown, missing, double or impossible field or koan
     */
    public static KoanPath read(KoanTree tree) {
        String shown = tree.show(tree.pathFile());
        String text = Sources.readOrBreak(tree, tree.pathFile(), "the path of the koans");
        List<Entry> entries = YamlItems.parse(shown, text, "koans", "id", FIELDS).stream()
                .map(KoanPath::entry)
                .toList();
        try {
            return new KoanPath(entries);
        } catch (IllegalArgumentException wrong) {
            throw new BrokenKoanException(shown + ": " + wrong.getMessage() + ".", wrong);
        }
    }

    private static Entry entry(YamlItem item) {
        try {
            return new Entry(
                    item.text("id"),
                    item.text("name"),
                    item.text("chapter"),
                    item.flag("core"),
                    item.choice("kind", Kind.class),
                    item.number("minCores"),
                    item.number("points"),
                    item.duration("budget"));
        } catch (IllegalArgumentException wrong) {
            throw new BrokenKoanException(item.where() + ": " + wrong.getMessage() + ".", wrong);
        }
    }

    /**
     * Finds a koan as a person would name it.
     *
     * @param name {@code K0104}, {@code k0104}, {@code 0104} or {@code K0104JoinAndCollect}
     * @return that koan
     * @throws IllegalArgumentException if the path has none of that name; the message names the nearest
     */
    public Entry named(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        String id = upper.startsWith("K") ? upper : "K" + upper;
        return entries.stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .or(() -> entries.stream()
                        .filter(entry -> entry.name().equalsIgnoreCase(name))
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no koan `" + name + "`. Did you mean " + nearest(id, upper) + "?"));
    }

    private String nearest(String id, String upper) {
        Entry nearest = Collections.min(
                entries,
                Comparator.comparingInt(entry -> Math.min(
                        Distance.between(id, entry.id()),
                        Distance.between(
                                upper,
                                entry.name().substring(entry.id().length()).toUpperCase(Locale.ROOT)))));
        return nearest.id() + " (" + nearest.name().substring(nearest.id().length()) + ")";
    }

    /**
     * Counts the steps up to a koan.
     *
     * @param entry a koan of this path
     * @return 1 for the first
     */
    public int step(Entry entry) {
        return entries.indexOf(entry) + 1;
    }
}
