package io.github.acrossexecutors.runner.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.acrossexecutors.runner.engine.Outcome.NotJudged;
import io.github.acrossexecutors.runner.engine.Outcome.Red;
import io.github.acrossexecutors.runner.link.JsonLines;
import io.github.acrossexecutors.runner.link.MethodResult;
import io.github.acrossexecutors.runner.link.MethodResult.Status;
import io.github.acrossexecutors.runner.link.Report;
import io.github.acrossexecutors.runner.link.Told;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The engine, when code meddles with its own verdict,")
class EngineTrustTests extends JudgedStub {

    private static final Report.Done DONE = new Report.Done("", List.of(), true, 0);

    EngineTrustTests(@TempDir Path directory) {
        super(directory);
    }

    @Test
    @DisplayName("finds red what fails with a message of megabytes, and cuts the message")
    void hugeMessage() throws InterruptedException {
        fixture.answerAddUp("throw new IllegalStateException(\"x\".repeat(1_100_000));");

        assertThat(judgeStub(Red.class).first().failure().message())
                .startsWith("xxx")
                .hasSizeLessThan(70_000)
                .endsWith("(1034464 more characters are left out)");
    }

    @Test
    @DisplayName("believes no message that the code writes in its place, in this run or in the next")
    void forgedMessages() throws InterruptedException {
        fixture.answerAddUp(writingToThePipe(JsonLines.write(new Told("", DONE))) + "return 5;");

        assertThat(judgeStub(Red.class).run().results()).hasSize(2);

        assertThat(engine.judge(fixture.keepCount(), new Variant.Stub(), Selection.ALL))
                .isInstanceOfSatisfying(
                        Red.class,
                        red -> assertThat(red.run().results())
                                .extracting(MethodResult::method)
                                .containsExactly("nobodyIsForgotten"));
    }

    @Test
    @DisplayName("finds red what gives its own test up, whichever way it hides where that came from")
    void abortedByTheCode() throws InterruptedException {
        fixture.answerAddUp("""
                var abort = new org.opentest4j.TestAbortedException("not today");
                if (prices.isEmpty()) {
                    abort.setStackTrace(new StackTraceElement[0]);
                }
                throw abort;""");

        assertThat(judgeStub(Red.class).run().results()).hasSize(2).allSatisfy(result -> {
            assertThat(result.status()).isEqualTo(Status.FAILED);
            assertThat(result.failure().message()).contains("not today");
        });
    }

    @Test
    @DisplayName("finds red what aborts with a message that cannot be read")
    void abortedUnreadably() throws InterruptedException {
        fixture.answerAddUp("""
                throw new org.opentest4j.TestAbortedException("not today") {
                    @Override
                    public String getMessage() {
                        throw new IllegalStateException();
                    }
                };""");

        judgeStub(Red.class);
    }

    @Test
    @DisplayName("does not judge what the test gives up, also while the code calls back")
    void abortedByTheTest() throws InterruptedException {
        fixture.answerAddUp("return prices.stream().mapToInt(price -> price).sum();")
                .edit(fixture.tree().test(fixture.addUp()), "List.of(1, 2, 4)", """
                        new java.util.AbstractList<Integer>() {
                            @Override
                            public Integer get(int index) {
                                throw new org.opentest4j.TestAbortedException("too noisy");
                            }

                            @Override
                            public int size() {
                                return 3;
                            }
                        }""");

        assertThat(judgeStub(NotJudged.class).reason()).contains("K9901, guarantee 1", "too noisy");
    }

    private static String writingToThePipe(String line) {
        String encoded = Base64.getEncoder().encodeToString(("\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
        return """
                try {
                    new java.io.FileOutputStream(java.io.FileDescriptor.out)
                            .write(java.util.Base64.getDecoder().decode("%s"));
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
                """.formatted(encoded);
    }
}
