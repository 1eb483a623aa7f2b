package io.github.acrossexecutors.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.acrossexecutors.timing.Pin;
import io.github.acrossexecutors.timing.Round;
import io.github.acrossexecutors.timing.Span;
import io.github.acrossexecutors.timing.Timings;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading report.json: what was written comes back, whatever is in it. */
class ReportReaderTests {

    @TempDir
    private Path directory = Path.of("");

    private Path file() {
        return directory.resolve("report.json");
    }

    /** Notes what it gets. */
    private static final class Notes implements ReportSink {

        private final List<JvmRecord> jvms = new ArrayList<>();
        private final List<TestRecord> tests = new ArrayList<>();
        private final List<VerdictRecord> verdicts = new ArrayList<>();

        @Override
        public void add(JvmRecord jvm) {
            jvms.add(jvm);
        }

        @Override
        public void add(TestRecord test) {
            tests.add(test);
        }

        @Override
        public void add(VerdictRecord verdict) {
            verdicts.add(verdict);
        }

        @Override
        public void close() {}
    }

    private Notes read() throws IOException {
        Notes notes = new Notes();
        ReportReader.read(file(), "shop", "1-2", notes);
        return notes;
    }

    private static TestRecord everything(String text) {
        List<Span> spans = IntStream.range(0, 2_000)
                .mapToObj(task ->
                        new Span(task, "worker-" + task % 7 + " " + text, task, task + 5L, OptionalLong.of(task % 5)))
                .toList();
        Round known = new Round(1, true, 3_000, 2, 1_000_000, spans)
                .withPins(List.of(
                        new Pin("A native frame.", Optional.of(text + "!"), 2, 20, 30),
                        new Pin("b", Optional.empty(), 1, 5, 5)));
        Round unknown = Records.round(2, false, 20, OptionalLong.empty());
        Timings timings = new Timings("my " + text, OptionalInt.empty(), 2_000, List.of(known, unknown));
        return Records.record(text, timings, TestStatus.ABORTED, List.of("A note.", text));
    }

    @Test
    void givesBackEveryFieldOfEveryTest() throws IOException {
        TestRecord first = everything("\"q\\ \u0000\n\t < </script> \u2028 käse 😀 \u05d0\u05d1");
        TestRecord second = Records.record("n", OptionalInt.of(4), TestStatus.PASSED, List.of());
        JsonReport report = JsonReport.start(file());
        report.append(first);
        report.append(second);

        assertThat(read().tests).containsExactly(first, second);
    }

    @Test
    void tellsWhichJvmAndVerdictsItWas() throws IOException {
        JsonReport report = JsonReport.start(file());
        report.append(Records.speedup(true));
        report.append(Records.speedup(false));
        Notes notes = read();

        assertThat(notes.jvms).singleElement().satisfies(jvm -> {
            assertThat(jvm.place()).isEqualTo("shop");
            assertThat(jvm.facts()).containsEntry("pid", ProcessHandle.current().pid());
            assertThat(jvm.availableProcessors()).isEqualTo(Runtime.getRuntime().availableProcessors());
        });
        assertThat(notes.verdicts).extracting(VerdictRecord::verdict).containsExactly("met", "inconclusive");
        assertThat(notes.verdicts.get(0).median()).hasValue(4);
        assertThat(notes.verdicts.get(0).ideal()).hasValue(8);
        assertThat(notes.verdicts.get(1).reason()).contains("too few cpus");
        assertThat(notes.verdicts.get(1).median()).isEmpty();
    }

    @Test
    void givesTheLastLookAtWhatWasRunAgain() throws IOException {
        TestRecord failed = Records.record(
                "again",
                OptionalInt.of(1),
                TestStatus.FAILED,
                everything("x").timings().rounds());
        TestRecord passed = Records.record("again", OptionalInt.of(1), TestStatus.PASSED, List.of());
        TestRecord between = Records.record("between", OptionalInt.of(1), TestStatus.PASSED, List.of());
        JsonReport report = JsonReport.start(file());
        report.append(failed);
        report.append(Records.speedup(true));
        report.append(between);
        report.append(passed);
        report.append(Records.speedup(true));

        assertThat(read().tests).containsExactly(between, passed);
        assertThat(read().verdicts).hasSize(1);
    }

    @Test
    void skipsFieldsItDoesNotKnow() throws IOException {
        JsonReport.start(file())
                .append(Records.record(
                        "n",
                        OptionalInt.of(4),
                        TestStatus.PASSED,
                        List.of(Records.round(1, false, 20, OptionalLong.of(3)))));
        TestRecord written = read().tests.get(0);
        String extended = Files.readString(file())
                .replace("{\"task\":0", "{ \"new\" : [1, -2.5e3, {\"deep\": null}, true] , \"task\" : 0")
                .replace("\"class\":", "\"later\": {\"a\": [], \"b\": {}},\n\t\"class\":");
        Files.writeString(file(), extended);

        assertThat(read().tests).containsExactly(written);
    }

    @Test
    void keepsTheTestsBeforeTheEndOfAFileThatWasCutOff() throws IOException {
        JsonReport report = JsonReport.start(file());
        report.append(Records.record("first", OptionalInt.of(1), TestStatus.PASSED, List.of()));
        report.append(everything("second"));
        String whole = Files.readString(file());
        Files.writeString(file(), whole.substring(0, whole.length() / 2));
        Notes notes = new Notes();

        assertThatIOException()
                .isThrownBy(() -> ReportReader.read(file(), "", "1-2", notes))
                .isInstanceOf(EOFException.class)
                .withMessageContaining("ends in the middle");
        assertThat(notes.tests).extracting(TestRecord::displayName).containsExactly("first");
    }

    @Test
    void refusesWhatIsNoReportOfThisVersion() throws IOException {
        JsonReport.start(file());
        String whole = Files.readString(file());

        for (String wrong : List.of(
                whole.replace("\"version\":1", "\"version\":2"),
                whole.replace("\"version\":1", "\"version\":-1"),
                whole.replace("\"tests\":[", "\"tests\":[{}"),
                whole.replace("\"tests\":[", "\"tests\":7, \"x\":["),
                "<html>")) {
            Files.writeString(file(), wrong);
            assertThatIOException().as(wrong).isThrownBy(this::read);
        }
        Files.writeString(file(), whole);
        assertThatNoException().isThrownBy(this::read);
    }
}
