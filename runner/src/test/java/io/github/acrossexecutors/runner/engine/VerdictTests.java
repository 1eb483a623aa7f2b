package io.github.acrossexecutors.runner.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.runner.engine.Outcome.Green;
import io.github.acrossexecutors.runner.engine.Outcome.Lost;
import io.github.acrossexecutors.runner.fixture.FixtureTree;
import io.github.acrossexecutors.runner.link.MethodResult;
import io.github.acrossexecutors.runner.link.MethodResult.Failure;
import io.github.acrossexecutors.runner.link.MethodResult.Status;
import io.github.acrossexecutors.runner.link.Report;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import koans.kit.Guarantee;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The verdict on a run that came to its end")
class VerdictTests {

    private static final MethodResult FIRST = new MethodResult("first", 1, Status.PASSED, 1, Failure.NONE);
    private static final MethodResult SECOND = new MethodResult("second", 2, Status.PASSED, 1, Failure.NONE);

    private final Path root;
    private final FixtureTree fixture;

    VerdictTests(@TempDir Path root) {
        this.root = root;
        this.fixture = FixtureTree.in(root);
    }

    private Outcome verdict(List<String> expected, MethodResult... results) {
        Report.Done done = new Report.Done("", List.of(), true, 0);
        return new Verdict(fixture.tree(), fixture.addUp(), new Variant.Stub(), Duration.ofSeconds(1), expected)
                .of(
                        new ChildAnswer.Completed(List.of(results), Printed.NOTHING, List.of(), done),
                        new RunDirectory(root));
    }

    @Test
    @DisplayName("is green if every expected method passed")
    void complete() {
        assertThat(verdict(List.of("first", "second"), FIRST, SECOND)).isInstanceOf(Green.class);
    }

    @Test
    @DisplayName("is red, and names the methods, if the results of some did not arrive")
    void incomplete() {
        assertThat(verdict(List.of("first", "second", "third"), SECOND)).isInstanceOfSatisfying(Lost.class, lost -> {
            assertThat(lost.sentence()).contains("not how first, third ended");
            assertThat(lost.run().results()).containsExactly(SECOND);
        });
    }

    @Test
    @DisplayName("is red if one of two results of methods of the same name did not arrive")
    void overloaded() {
        assertThat(verdict(List.of("first", "first"), FIRST)).isInstanceOf(Lost.class);
    }

    @Test
    @DisplayName("is red if nothing was expected and nothing arrived")
    void nothing() {
        assertThat(verdict(List.of())).isInstanceOf(Lost.class);
    }

    static final class TwoGuaranteesTestCase {

        @Guarantee(1)
        void first() {}

        @BeforeEach
        void before() {}

        @Guarantee(2)
        void second() {}
    }

    @Test
    @DisplayName("expects each method of the test that proves a guarantee")
    void expected() throws URISyntaxException {
        Path classes = Path.of(VerdictTests.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        RunDirectory directory = new RunDirectory(classes);

        assertThat(GuaranteeMethods.of(directory.classFile(TwoGuaranteesTestCase.class.getName())))
                .containsExactly("first", "second");
        assertThat(GuaranteeMethods.of(directory.classFile("NoSuchClass"))).isEmpty();
    }
}
