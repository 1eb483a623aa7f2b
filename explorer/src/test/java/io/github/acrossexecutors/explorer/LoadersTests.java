package io.github.acrossexecutors.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenarios come from whatever class loader a build, an IDE or an engine of exercises made. */
class LoadersTests {

    private static final String SCENARIO = """
            package elsewhere;

            import io.github.acrossexecutors.explorer.Actor;
            import io.github.acrossexecutors.explorer.Check;

            final class Counting {

                private final Counter counter = new Counter();

                @Actor
                void anna() {
                    counter.value++;
                }

                @Actor
                void ben() {
                    counter.value++;
                }

                @Check
                void bothCounted() {
                    if (counter.value != 2) {
                        throw new AssertionError("counted " + counter.value);
                    }
                }
            }

            final class Counter {

                int value;
            }
            """;

    @Test
    void exploresAScenarioOfAnOrdinaryUrlClassLoader(@TempDir Path directory) throws Exception {
        Path source = Files.writeString(directory.resolve("Counting.java"), SCENARIO);
        URL explorer = Actor.class.getProtectionDomain().getCodeSource().getLocation();
        int errors = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-g",
                        "-cp",
                        Path.of(explorer.toURI()).toString(),
                        "-d",
                        directory.toString(),
                        source.toString());
        assertThat(errors).isZero();

        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, Actor.class.getClassLoader())) {
            Exploration found = Interleavings.explore(loader.loadClass("elsewhere.Counting"));

            InterleavingAssertions.assertThat(found).breaksWith(Kind.WRONG_RESULT);
            assertThat(found.message())
                    .contains("Counting is broken: counted 1", "reads Counter.value", "Counting.java:12");
        }
    }
}
