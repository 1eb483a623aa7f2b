package io.github.acrossexecutors.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which options and class path workers get. */
@Timeout(60)
@ExtendWith(Orphans.class)
class WorkerJvmTests {

    private static Stream<Path> ownClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator, -1))
                .map(Path::of);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 200})
    void aClassPathMayHaveOddCharactersAndAnyLength(int more, @TempDir Path directory) throws Exception {
        Path odd = Files.createDirectory(directory.resolve("a b\"c#\\d'e"));
        Files.writeString(odd.resolve("odd.txt"), "found");
        List<Path> entries = new ArrayList<>(ownClassPath().toList());
        entries.add(0, odd);
        for (int i = 0; i < more; i++) {
            entries.add(directory.resolve("x".repeat(200) + i));
        }
        try (ProcessPool pool = Workers.few(1).classPath(entries).build()) {
            assertThat(pool.submit(() -> {
                                try (var in = ClassLoader.getSystemResourceAsStream("odd.txt")) {
                                    return new String(
                                            Objects.requireNonNull(in).readAllBytes(),
                                            java.nio.charset.StandardCharsets.UTF_8);
                                }
                            })
                            .get(30, TimeUnit.SECONDS))
                    .isEqualTo("found");
        }
    }

    @Test
    void allHeapsTogetherTakeHalfOfTheMemoryUnlessOptionsSayOtherwise() {
        assertThat(options(8)).contains("-XX:MaxRAMPercentage=6.25", "-XX:+UseSerialGC");
        assertThat(options(1)).contains("-XX:MaxRAMPercentage=25.0");
        assertThat(options(8, "-Xmx1g", "-XX:+UseParallelGC"))
                .contains("-Xmx1g", "-XX:+UseParallelGC")
                .doesNotContain("-XX:+UseSerialGC")
                .noneMatch(option -> option.contains("RAMPercentage"));
    }

    private static List<String> options(int workers, String... jvmArgs) {
        return WorkerCommand.options(
                ProcessPool.builder().workers(workers).jvmArgs(jvmArgs).settings());
    }

    @Test
    void theOptionsOfThisJvmAreInheritedOnRequest() throws Exception {
        List<String> own =
                java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments();
        List<String> handedOn = ProcessPool.builder()
                .inheritJvmArgs(true)
                .jvmArgs("-Dlast=1")
                .settings()
                .jvmArgs();
        assertThat(handedOn).endsWith("-Dlast=1");
        assertThat(own).containsAll(handedOn.subList(0, handedOn.size() - 1));
        assertThat(ProcessPoolBuilder.inheritable(List.of(
                        "-Dcolour=blue",
                        "-agentlib:jdwp=transport=dt_socket",
                        "-Dcom.sun.management.jmxremote.port=1",
                        "-XX:StartFlightRecording",
                        "-Xss1m")))
                .containsExactly("-Dcolour=blue", "-Xss1m");
    }
}
