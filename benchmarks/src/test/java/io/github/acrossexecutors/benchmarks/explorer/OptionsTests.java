package io.github.acrossexecutors.benchmarks.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.acrossexecutors.benchmarks.lab.Condition;
import io.github.acrossexecutors.benchmarks.lab.UsageException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The corpus laboratory's command line")
class OptionsTests {

    private static final Path LINES = Path.of("lines.jsonl");

    @Test
    @DisplayName("may be empty: 50 JVMs for all scenarios under all conditions, without Lincheck")
    void mayBeEmpty() throws UsageException {
        Options options = parse();

        assertThat(options.jvms()).isEqualTo(50);
        assertThat(options.subjects()).isEqualTo(Subject.all());
        assertThat(options.conditions()).containsExactly(Condition.values());
        assertThat(options.tools()).containsExactly(Tool.EXPLORER);
        assertThat(options.out()).isEmpty();
        assertThat(options.lines()).isEqualTo(LINES);
    }

    @Test
    @DisplayName("says how many JVMs, which scenarios and conditions, whether Lincheck, and where it all goes")
    void saysAll(@TempDir Path directory) throws UsageException {
        Path out = directory.resolve("table.md");
        Path lines = directory.resolve("all.jsonl");

        Options options = parse(
                "3",
                "--subjects",
                "lostUpdate,LockOrder.Bug,LostUpdate.Bug",
                "--conditions",
                "idle,one-cpu",
                "--lincheck",
                "--out",
                out.toString(),
                "--resume",
                lines.toString());

        assertThat(options.jvms()).isEqualTo(3);
        assertThat(options.subjects())
                .extracting(Subject::id)
                .containsExactly("LostUpdate.Bug", "LostUpdate.Correct", "LockOrder.Bug");
        assertThat(options.conditions()).containsExactly(Condition.IDLE, Condition.ONE_CPU);
        assertThat(options.tools()).containsExactly(Tool.EXPLORER, Tool.LINCHECK);
        assertThat(options.out()).isEqualTo(Optional.of(out));
        assertThat(options.lines()).isEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "10001"})
    @DisplayName("refuses a number of JVMs that is none")
    void refusesNumbers(String number) {
        assertThatThrownBy(() -> parse(number))
                .isInstanceOf(UsageException.class)
                .hasMessage("JVMs must be a number from 1 to 10000, not '" + number + "'");
    }

    @Test
    @DisplayName("refuses other scenarios, conditions, options, and an option without its value")
    void refusesTheRest() {
        assertThatThrownBy(() -> parse("--subjects", "LostUpdate,LostUpdates"))
                .hasMessageContaining("there is no 'LostUpdates'. The files: LostUpdate, ");
        assertThatThrownBy(() -> parse("--subjects", "LostUpdate,")).hasMessageContaining("there is no ''.");
        assertThatThrownBy(() -> parse("--conditions", "noisy")).hasMessageContaining("[idle, hogs, one-cpu]");
        assertThatThrownBy(() -> parse("--out", "/no/such/place/table.md")).hasMessageContaining("that exists");
        assertThatThrownBy(() -> parse("--quiet", "yes")).hasMessage("unknown option --quiet");
        assertThatThrownBy(() -> parse("--out")).hasMessage("--out needs a value");
    }

    @Test
    @DisplayName("refuses one CPU where nobody can give it")
    void refusesOneCpu() {
        assertThatThrownBy(() -> Options.parse(List.of("--conditions", "one-cpu"), EnumSet.of(Condition.IDLE), LINES))
                .hasMessage("--conditions one-cpu needs taskset, which is not on the PATH");
    }

    private static Options parse(String... arguments) throws UsageException {
        return Options.parse(List.of(arguments), EnumSet.allOf(Condition.class), LINES);
    }
}
