package io.github.acrossexecutors.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The output")
class OutputTests {

    private final StringWriter text = new StringWriter();

    private Output output(boolean terminal, boolean colour) {
        return new Output(new PrintWriter(text), terminal, colour);
    }

    @Test
    @DisplayName("breaks long lines between words, keeps the lines there are")
    void wraps() {
        Output output = output(false, false);

        output.show(output.page().prose("word ".repeat(30).strip() + "\n\nlast"));

        assertThat(text.toString().lines())
                .hasSize(4)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(98))
                .endsWith("", "  last");
    }

    @Test
    @DisplayName("never breaks what is to be copied")
    void copyable() {
        String command = "`git checkout -- " + "directory/".repeat(9) + "File.java`";

        Output output = output(false, false);

        output.show(output.page()
                .prose("It is missing, and there is one command that helps you: " + command + " brings it back."));

        assertThat(text.toString()).contains("  " + command);
    }

    @Test
    @DisplayName("marks a link where the terminal takes it, and shows its text alone elsewhere")
    void links() {
        URI target = URI.create("file:///tmp/report.html");
        Output plain = output(true, false);
        plain.show(plain.page().link("Timeline ", ".learn/report.html", target));
        Output linking = new Output(new PrintWriter(text), true, false, true);
        linking.show(linking.page().link("Timeline ", ".learn/report.html", target));

        assertThat(text.toString().lines())
                .containsExactly(
                        "  Timeline   .learn/report.html",
                        "  Timeline   \u001b]8;;file:///tmp/report.html\u001b\\.learn/report.html\u001b]8;;\u001b\\");
    }

    @Test
    @DisplayName("draws a changing line on a terminal, clears it at the end, and prints one line elsewhere")
    void working() {
        Working.on(output(true, false), "Judging").close();
        assertThat(text.toString()).isEqualTo("\r\u001b[KJudging ...\r\u001b[K");

        text.getBuffer().setLength(0);
        Working.on(output(false, false), "Judging").close();
        assertThat(text.toString()).isEqualTo("Judging ..." + System.lineSeparator());
    }
}
