package io.github.acrossexecutors.runner.path;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * One koan as {@code path.yaml} lists it.
 *
 * @param id permanent: {@code K} and four digits
 * @param name simple class name of stub and solution; begins with the id
 * @param chapter last part of the package, such as {@code c01_threads}
 * @param core whether the koan belongs to the core path
 * @param kind what its test looks at
 * @param minCores processors below which it cannot be judged, at least 1
 * @param points what it is worth, at least 1
 * @param budget the longest one guarantee may take before it counts as hanging
 */
public record Entry(
        String id, String name, String chapter, boolean core, Kind kind, int minCores, int points, Duration budget) {

    private static final Pattern ID = Pattern.compile("K\\d{4}");
    private static final Pattern NAME = Pattern.compile("K\\d{4}[A-Z][A-Za-z0-9]*");
    private static final Pattern CHAPTER = Pattern.compile("c\\d{2}_[a-z][a-z0-9_]*");

    /**
     * Checks every component.
     *
     * @throws IllegalArgumentException if one is out of its range; the message names the component, the value and the range
     */
    public Entry {
        require(ID.matcher(id).matches(), "id", id, "K and four digits");
        require(
                NAME.matcher(name).matches() && name.startsWith(id),
                "name",
                name,
                "a class name that begins with " + id);
        require(CHAPTER.matcher(chapter).matches(), "chapter", chapter, "like c01_threads");
        require(minCores >= 1, "minCores", minCores, "at least 1");
        require(points >= 1, "points", points, "at least 1");
        require(budget.isPositive(), "budget", budget, "longer than nothing");
    }

    private static void require(boolean holds, String component, Object seen, String range) {
        if (!holds) {
            throw new IllegalArgumentException("`" + component + "` is `" + seen + "`, but must be " + range);
        }
    }

    /** {@return the fully qualified name of stub and solution} */
    public String className() {
        return "koans." + chapter + "." + name;
    }

    /** {@return the fully qualified name of the test} */
    public String testClassName() {
        return className() + "Test";
    }
}
