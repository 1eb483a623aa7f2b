package io.github.acrossexecutors.explorer.weave;

import java.net.URL;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which classes are left as they are. */
final class Delegation {

    private static final List<String> KEPT = List.of(
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "com.sun.",
            "org.junit.",
            "org.opentest4j.",
            "org.apiguardian.",
            "org.assertj.",
            "org.hamcrest.",
            "org.awaitility.",
            "org.mockito.",
            "net.bytebuddy.",
            "org.jspecify.",
            "org.jetbrains.",
            "kotlin.",
            "org.slf4j.",
            "koans.api.",
            "koans.kit.");

    /** Packages whose classes are the explorer's where they lie beside this one, and a user's tests where they do not. */
    private static final String EXPLORER = "io.github.acrossexecutors.explorer.";

    private static final Set<String> OURS = Set.of(
            "io.github.acrossexecutors",
            "io.github.acrossexecutors.diagnosis",
            "io.github.acrossexecutors.execution",
            "io.github.acrossexecutors.pinning",
            "io.github.acrossexecutors.report",
            "io.github.acrossexecutors.timing",
            "io.github.acrossexecutors.verdict");

    private Delegation() {}

    static boolean keeps(String name) {
        return KEPT.stream().anyMatch(name::startsWith) || OURS.contains(packageOf(name)) || isExplorer(name);
    }

    /** Whether a class lies where the explorer's own classes lie. */
    static boolean isExplorer(String name) {
        if (!name.startsWith(EXPLORER)) {
            return false;
        }
        URL own = place(Delegation.class.getName());
        URL other = place(name);
        return own != null
                && other != null
                && root(own, Delegation.class.getName()).equals(root(other, name));
    }

    static boolean isJdk(URL place) {
        return place.getProtocol().equals("jrt");
    }

    private static @Nullable URL place(String name) {
        return Delegation.class.getResource("/" + name.replace('.', '/') + ".class");
    }

    private static String root(URL place, String name) {
        String text = place.toString();
        return text.substring(0, text.length() - name.length() - ".class".length());
    }

    private static String packageOf(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot);
    }
}
