package io.github.acrossexecutors.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CacheDirectoryTests {

    @Test
    void isWhereLinuxKeepsCaches() {
        assertThat(in("Linux", "/home/eve", Map.of())).contains(Path.of("/home/eve/.cache/across-executors"));
        assertThat(in("Linux", "/home/eve", Map.of("XDG_CACHE_HOME", "/scratch")))
                .contains(Path.of("/scratch/across-executors"));
        assertThat(in("Linux", "/home/eve", Map.of("XDG_CACHE_HOME", "scratch")))
                .contains(Path.of("/home/eve/.cache/across-executors"));
    }

    @Test
    void isWhereMacOsAndWindowsKeepCaches() {
        assertThat(in("Mac OS X", "/Users/eve", Map.of("XDG_CACHE_HOME", "/scratch")))
                .contains(Path.of("/Users/eve/Library/Caches/across-executors"));
        assertThat(in("Windows 11", "/home/eve", Map.of("LOCALAPPDATA", "/local")))
                .contains(Path.of("/local/across-executors/cache"));
    }

    @Test
    void isNowhereIfTheSystemNamesNoPlace() {
        assertThat(in("Linux", "?", Map.of())).isEmpty();
        assertThat(in("Linux", "", Map.of("XDG_CACHE_HOME", ""))).isEmpty();
        assertThat(in("Linux", "/a\0b", Map.of())).isEmpty();
        assertThat(in("Windows 11", "/home/eve", Map.of())).isEmpty();
    }

    private static Optional<Path> in(String system, String home, Map<String, String> environment) {
        return CacheDirectory.in(system, home, environment::get);
    }
}
