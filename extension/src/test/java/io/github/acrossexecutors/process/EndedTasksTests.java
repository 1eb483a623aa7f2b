package io.github.acrossexecutors.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that are cancelled, overdue or lost, and the others, which must not suffer; no test leaves a process behind. */
@Timeout(120)
@ExtendWith(Orphans.class)
class EndedTasksTests {

    private static final Semaphore MAY_UNPACK = new Semaphore(0);

    @TempDir
    private Path directory;

    /** The pool's reader thread stands still while it unpacks one of these. */
    private static final class SlowToUnpack implements Serializable {

        private static final long serialVersionUID = 1;

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            MAY_UNPACK.acquireUninterruptibly();
        }
    }

    @Test
    void cancellingATaskThatHasJustAnsweredDoesNotCostTheOneThatItsWorkerHasBegun() throws Exception {
        String begun = file("begun");
        String go = file("go");
        try (ProcessPool pool = startsAt(file("start"))) {
            Future<?> slow = pool.submit(SlowToUnpack::new);
            Future<Integer> answered = pool.submit(() -> 1);
            Future<Integer> next = pool.submit(() -> {
                create(begun);
                awaitFile(go);
                return 2;
            });
            create(file("start"));
            awaitFile(begun);
            assertThat(answered.cancel(true)).isTrue();
            MAY_UNPACK.release();
            slow.get(30, TimeUnit.SECONDS);
            create(go);
            assertThat(next.get(30, TimeUnit.SECONDS)).isEqualTo(2);
        }
    }

    /** One worker, which is sent at once all that was submitted before the file is there. */
    private static ProcessPool startsAt(String file) {
        return Workers.few(1).initializer(() -> awaitFile(file)).build();
    }

    @Test
    void aCancelledTaskThatStillRunsIsEndedWhenItsTimeIsOver() throws Exception {
        String begun = file("begun");
        try (ProcessPool pool =
                Workers.few(1).taskTimeout(Duration.ofSeconds(1)).build()) {
            Future<?> stuck = pool.submit(() -> {
                create(begun);
                Workers.waitForever();
            });
            awaitFile(begun);
            assertThat(stuck.cancel(false)).isTrue();
            assertThat(pool.submit(() -> 1).get(30, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    @Test
    void aTimeLimitKeepsNoResultInMemory() throws Exception {
        try (ProcessPool pool =
                Workers.few(1).taskTimeout(Duration.ofSeconds(Long.MAX_VALUE)).build()) {
            WeakReference<int[]> result =
                    new WeakReference<>(pool.submit(() -> new int[100]).get(30, TimeUnit.SECONDS));
            await().until(() -> {
                System.gc();
                return result.get() == null;
            });
        }
    }

    @Test
    void nothingIsExecutedTwiceWhenAWorkerPrintsIntoItsPipeAndGoesOn() throws Exception {
        String executed = file("executed");
        try (ProcessPool pool = startsAt(file("start"))) {
            Future<?> slow = pool.submit(SlowToUnpack::new);
            Future<?> printing = pool.submit(() -> TaskFaultsTests.writeIntoThePipe("not a frame\n".getBytes(UTF_8)));
            Future<?> next = pool.submit(() -> append(executed));
            create(file("start"));
            awaitFile(executed);
            MAY_UNPACK.release();
            slow.get(30, TimeUnit.SECONDS);
            for (Future<?> lost : List.of(printing, next)) {
                assertThatThrownBy(() -> lost.get(30, TimeUnit.SECONDS))
                        .hasCauseInstanceOf(WorkerDiedException.class)
                        .hasMessageContaining("It reads: not a frame");
            }
        }
        assertThat(Path.of(executed)).content().hasSizeLessThan(2);
    }

    @Test
    void anInterruptMeantForATaskThatHasEndedReachesNoOther() throws Exception {
        String ended = file("ended");
        String interrupted = file("interrupted");
        try (ProcessPool pool = Workers.few(1).build()) {
            long pid = pool.submit(() -> {
                        Thread worker = Thread.currentThread();
                        new Thread(() -> {
                                    awaitFile(ended);
                                    worker.interrupt();
                                    create(interrupted);
                                })
                                .start();
                        return ProcessHandle.current().pid();
                    })
                    .get(30, TimeUnit.SECONDS);
            create(ended);
            awaitFile(interrupted);
            assertThat(pool.submit(() -> Thread.currentThread().isInterrupted()
                                    ? -1
                                    : ProcessHandle.current().pid())
                            .get(30, TimeUnit.SECONDS))
                    .isEqualTo(pid);
        }
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private static void create(String file) {
        try {
            Files.createFile(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(String file) {
        try {
            Files.writeString(Path.of(file), "x", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void awaitFile(String file) {
        await().atMost(Duration.ofSeconds(50))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> Files.exists(Path.of(file)));
    }
}
