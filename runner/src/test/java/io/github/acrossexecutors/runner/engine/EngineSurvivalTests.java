package io.github.acrossexecutors.runner.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.acrossexecutors.runner.engine.Outcome.Green;
import io.github.acrossexecutors.runner.engine.Outcome.Lost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The engine, when code misbehaves,")
class EngineSurvivalTests extends JudgedStub {

    private static final Duration AMPLE = Duration.ofSeconds(30);

    EngineSurvivalTests(@TempDir Path directory) {
        super(directory);
    }

    @Test
    @DisplayName("survives code that exits: pid, exit code, method and last words are told, and the next run is judged")
    void exits() throws InterruptedException {
        fixture.answerAddUp("System.out.println(\"last words\"); System.exit(3); return 0;");

        Lost lost = judgeStub(Lost.class);

        assertThat(lost.sentence()).containsPattern("pid \\d+, exit code 3").contains("theTotalIsTheSum");
        assertThat(lost.run().printed().text()).contains("last words");
        assertThat(engine.judge(fixture.addUp(), new Variant.Solution(), Selection.ALL))
                .isInstanceOf(Green.class);
    }

    @Test
    @DisplayName("survives code that halts")
    void halts() throws InterruptedException {
        fixture.answerAddUp("Runtime.getRuntime().halt(134); return 0;");

        assertThat(judgeStub(Lost.class).sentence()).contains("exit code 134");
    }

    @Test
    @DisplayName("ends code that hangs where no watchdog sees it, and says where")
    void hangs() throws InterruptedException {
        fixture.edit(fixture.tree().pathFile(), text -> text.replace("budget: 5s", "budget: 1s"))
                .edit(fixture.tree().test(fixture.addUp()), "    @Guarantee(1)", """
                            @org.junit.jupiter.api.BeforeAll
                            static void hang() throws InterruptedException {
                                new java.util.concurrent.CountDownLatch(1).await();
                            }

                            @Guarantee(1)""");

        Lost lost = judgeStub(Lost.class);

        assertThat(lost.sentence()).contains("Nothing happened for 3 s", "K9901AddUpTest.hang(K9901AddUpTest.java");
        fixture.delete(fixture.tree().test(fixture.addUp()));
        assertThat(engine.judge(fixture.keepCount(), new Variant.Solution(), Selection.ALL))
                .isInstanceOf(Green.class);
    }

    @Test
    @DisplayName("caps what is printed: 100 MB cost neither memory nor the verdict")
    void prints() throws InterruptedException {
        fixture.answerAddUp("""
                String line = "x".repeat(1023);
                for (int i = 0; i < 102_400; i++) {
                    System.out.println(line);
                }
                System.err.println("to the other stream");
                return prices.stream().mapToInt(price -> price).sum();""");

        Green green = judgeStub(Green.class);

        assertThat(green.run().printed().bytes()).isGreaterThan(200L << 20);
        assertThat(green.run().printed().text().length()).isBetween(1024, 65 * 1024);
        assertThat(green.run().printed().cut()).isTrue();
    }

    @Test
    @DisplayName("keeps what is written past System.out apart from its own messages")
    void rawOutput() throws InterruptedException {
        fixture.answerAddUp("""
                try (var raw = new java.io.FileOutputStream("/dev/stdout")) {
                    raw.write("half a line, and {\\"report\\":\\"done\\"}".getBytes());
                } catch (java.io.IOException noSuchDevice) {
                    System.out.print("half a line, and");
                }
                return prices.stream().mapToInt(price -> price).sum();""");

        assertThat(judgeStub(Green.class).run().printed().text()).contains("half a line, and");
    }

    @Test
    @DisplayName("shows what was written past System.out with the run that did, not with the next in its child")
    void rawOutputOfAnEarlierRun() throws InterruptedException {
        fixture.answerAddUp("""
                try {
                    new java.io.FileOutputStream(java.io.FileDescriptor.out).write("old words\\n".getBytes());
                } catch (java.io.IOException broken) {
                    throw new java.io.UncheckedIOException(broken);
                }
                return prices.stream().mapToInt(price -> price).sum();""");
        assertThat(judgeStub(Green.class).run().printed().text()).contains("old words");

        assertThat(engine.judge(fixture.addUp(), new Variant.Solution(), Selection.ALL))
                .isInstanceOfSatisfying(
                        Green.class,
                        green -> assertThat(green.run().printed().text()).doesNotContain("old words"));
    }

    @Test
    @DisplayName("lets workers of a process pool find the code that is judged, and none outlives code that halts")
    void workersOfCodeThatHalts(@TempDir Path notes) throws InterruptedException {
        fixture.answerAddUp(busyWorker(notes.resolve("pid"), "Runtime.getRuntime().halt(1); return 0;"));

        judgeStub(Lost.class);

        assertWorkerEnds(notes.resolve("pid"));
    }

    @Test
    @DisplayName("ends the workers of code that is given up")
    void workersOfCodeThatIsGivenUp(@TempDir Path notes) throws InterruptedException {
        fixture.answerAddUp(
                busyWorker(notes.resolve("pid"), "while (true) { java.util.concurrent.locks.LockSupport.park(); }"));
        Thread judging = new Thread(() -> {
            try {
                judgeStub();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        judging.start();
        await().atMost(AMPLE).until(() -> Files.exists(notes.resolve("pid")));
        engine.giveUp();

        assertWorkerEnds(notes.resolve("pid"));
        judging.join();
    }

    @Test
    @DisplayName("ends the processes of code that exits")
    void processesOfCodeThatExits(@TempDir Path notes) throws InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sleep")), "there is no /bin/sleep");
        fixture.answerAddUp("""
                try {
                    long pid = new ProcessBuilder("/bin/sleep", "60").start().pid();
                    java.nio.file.Files.writeString(java.nio.file.Path.of("%s"), String.valueOf(pid));
                } catch (java.io.IOException refused) {
                    throw new java.io.UncheckedIOException(refused);
                }
                System.exit(3);
                return 0;""".formatted(notes.resolve("pid")));

        judgeStub(Lost.class);

        assertWorkerEnds(notes.resolve("pid"));
    }

    /** Code with a worker that never ends by itself, and whose process id stands in a file. */
    private static String busyWorker(Path pid, String then) {
        return """
                var pool = io.github.acrossexecutors.process.ProcessPool.builder().workers(1).build();
                try {
                    String pid = pool.submit(() -> String.valueOf(ProcessHandle.current().pid())).get();
                    pool.submit(() -> {
                        while (true) {
                            java.util.concurrent.locks.LockSupport.park();
                        }
                    });
                    var begun = java.nio.file.Files.writeString(java.nio.file.Path.of("%1$s.begun"), pid);
                    java.nio.file.Files.move(begun, java.nio.file.Path.of("%1$s"));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                %2$s""".formatted(pid, then);
    }

    private static void assertWorkerEnds(Path pid) {
        assertThat(pid)
                .content()
                .satisfies(written -> await().atMost(AMPLE)
                        .until(() -> ProcessHandle.of(Long.parseLong(written))
                                .filter(ProcessHandle::isAlive)
                                .isEmpty()));
    }

    @Test
    @DisplayName("names a thread that is left behind, and does not use its child again")
    void leaks() throws InterruptedException {
        fixture.answerAddUp("""
                new Thread(new java.util.concurrent.Semaphore(0)::acquireUninterruptibly, "left behind").start();
                return prices.stream().mapToInt(price -> price).sum();""");

        Green first = judgeStub(Green.class);
        Green second = judgeStub(Green.class);

        assertThat(first.run().leakedThreads()).isEqualTo(List.of("left behind", "left behind"));
        assertThat(second.run().leakedThreads()).hasSize(2);
    }
}
