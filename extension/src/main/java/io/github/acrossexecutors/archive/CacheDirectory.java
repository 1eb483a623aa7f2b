package io.github.acrossexecutors.archive;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where a user's programs keep what can be made again. */
public final class CacheDirectory {

    private static final String OURS = "across-executors";

    private CacheDirectory() {}

    /**
     * {@return this library's share of it; empty if the system does not say where that is}
     */
    public static Optional<Path> ofTheUser() {
        return in(System.getProperty("os.name", ""), System.getProperty("user.home", ""), System::getenv);
    }

    static Optional<Path> in(String system, String home, UnaryOperator<@Nullable String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return absolute(environment.apply("LOCALAPPDATA"))
                    .map(local -> local.resolve(OURS).resolve("cache"));
        }
        if (name.startsWith("mac")) {
            return absolute(home).map(own -> own.resolve("Library/Caches").resolve(OURS));
        }
        return absolute(environment.apply("XDG_CACHE_HOME"))
                .or(() -> absolute(home).map(own -> own.resolve(".cache")))
                .map(cache -> cache.resolve(OURS));
    }

    /** What is relative, or no path at all, is ignored, as the XDG specification wants it. */
    private static Optional<Path> absolute(@Nullable String path) {
        try {
            return Optional.ofNullable(path)
                    .filter(text -> !text.isEmpty())
                    .map(Path::of)
                    .filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
