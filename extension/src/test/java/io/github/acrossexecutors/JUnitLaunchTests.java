package io.github.acrossexecutors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("To a worker JVM travel")
class JUnitLaunchTests {

    private static Properties of(List<String> keys) {
        Properties properties = new Properties();
        keys.forEach(key -> properties.setProperty(key, "value of " + key));
        return properties;
    }

    @Test
    @DisplayName("a team's system properties, whatever word they begin with")
    void aTeamsProperties() {
        List<String> theirs = List.of(
                "across.test",
                "basedir",
                "file.store",
                "line.length",
                "native.transport",
                "os.family",
                "path.to.data",
                "stdout.level",
                "user.registry.url");

        assertThat(JUnitLaunch.travelling(of(theirs)).keySet()).containsExactlyElementsOf(theirs);
        assertThat(JUnitLaunch.travelling(of(theirs))).containsEntry("file.store", "value of file.store");
    }

    @Test
    @DisplayName("none that a JVM has of its own")
    void noneOfTheJvms() {
        List<String> own = List.of(
                "java.home",
                "jdk.debug",
                "sun.arch.data.model",
                "surefire.test.class.path",
                "os.name",
                "os.arch",
                "os.version",
                "user.name",
                "user.home",
                "user.dir",
                "user.language",
                "user.country.format",
                "user.timezone",
                "file.separator",
                "path.separator",
                "line.separator",
                "file.encoding",
                "native.encoding",
                "stdin.encoding",
                "stdout.encoding",
                "stderr.encoding");

        assertThat(JUnitLaunch.travelling(of(own))).isEmpty();
    }
}
