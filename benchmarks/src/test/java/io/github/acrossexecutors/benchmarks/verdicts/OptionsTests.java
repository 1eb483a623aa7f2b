package io.github.acrossexecutors.benchmarks.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.acrossexecutors.benchmarks.lab.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The laboratory's command line")
class OptionsTests {

    private static final Path LINES = Path.of("lines.jsonl");

    @Test
    @DisplayName("may be empty: 20 JVMs for all truths under all conditions")
    void mayBeEmpty() throws UsageException {
        Options options = parse();

        assertThat(options.jvms()).isEqualTo(20);
        assertThat(options.truths()).containsExactly(Truth.values());
        assertThat(options.conditions()).containsExactly(Condition.values());
        assertThat(options.cpus()).isEmpty();
        assertThat(options.budgetSeconds()).isEqualTo(10);
        assertThat(options.out()).isEmpty();
        assertThat(options.lines()).isEqualTo(LINES);
    }

    @Test
    @DisplayName("says how many JVMs, which truths, conditions and CPUs, and where it all goes")
    void saysAll(@TempDir Path directory) throws UsageException {
        Path out = directory.resolve("table.md");
        Path lines = directory.resolve("all.jsonl");

        Options options = parse(
                "3",
                "--truths",
                "c,e,g1",
                "--conditions",
                "quiet,bursts",
                "--cpus",
                "0,2-3",
                "--budget",
                "20",
                "--out",
                out.toString(),
                "--resume",
                lines.toString());

        assertThat(options.jvms()).isEqualTo(3);
        assertThat(options.truths()).containsExactly(Truth.C1, Truth.C2, Truth.E, Truth.G1);
        assertThat(options.conditions()).containsExactly(Condition.QUIET, Condition.BURSTS);
        assertThat(options.cpus()).isEqualTo(Optional.of("0,2-3"));
        assertThat(options.budgetSeconds()).isEqualTo(20);
        assertThat(options.out()).isEqualTo(Optional.of(out));
        assertThat(options.lines()).isEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "1000000", "1 2x"})
    @DisplayName("refuses a number of JVMs that is none")
    void refusesNumbers(String number) {
        assertThatThrownBy(() -> parse(number.split(" ")))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("JVMs must be a number from 1 to 100000, not '");
    }

    @ParameterizedTest
    @ValueSource(strings = {"z", "g3", "", "a,,b", "[a-c]"})
    @DisplayName("refuses truths that nobody knows")
    void refusesTruths(String truths) {
        assertThatThrownBy(() -> parse("--truths", truths))
                .isInstanceOf(UsageException.class)
                .hasMessageEndingWith("not '" + truths + "'");
    }

    @Test
    @DisplayName("refuses other conditions, CPUs, options, and an option without its value")
    void refusesTheRest() {
        assertThatThrownBy(() -> parse("--conditions", "noisy")).hasMessageContaining("[quiet, steady, bursts]");
        assertThatThrownBy(() -> parse("--cpus", "all")).hasMessageContaining("as taskset takes them");
        assertThatThrownBy(() -> parse("--out", "/no/such/place/table.md")).hasMessageContaining("that exists");
        assertThatThrownBy(() -> parse("--quiet", "yes")).hasMessage("unknown option --quiet");
        assertThatThrownBy(() -> parse("--out")).hasMessage("--out needs a value");
    }

    private static Options parse(String... arguments) throws UsageException {
        return Options.parse(List.of(arguments), LINES);
    }
}
