package io.github.acrossexecutors.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.ObjectInputFilter;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tasks that fail, cannot travel or misuse their worker, which lives on; all on one pool. */
@Timeout(60)
class TaskFaultsTests {

    private static final int MOST_BYTES = 1 << 20;
    private static final ConcurrentLinkedQueue<String> OUTPUT = new ConcurrentLinkedQueue<>();
    private static final ProcessPool POOL = pool();

    private static ProcessPool pool() {
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        thread.setContextClassLoader(new ClassLoader(usual) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.endsWith("UnknownHere")) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
        });
        try {
            return ProcessPool.builder()
                    .workers(1)
                    .jvmArgs("-Xmx128m", "-XX:TieredStopAtLevel=1")
                    .maxFrameBytes(MOST_BYTES)
                    .output(OUTPUT::add)
                    .resultFilter(info -> info.serialClass() == Unwanted.class
                            ? ObjectInputFilter.Status.REJECTED
                            : ObjectInputFilter.Status.UNDECIDED)
                    .build();
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    @AfterAll
    static void theSameWorkerHasExecutedThemAll() {
        List<WorkerStatus> workers = POOL.workers();
        POOL.close();
        assertThat(workers).hasSize(1);
    }

    private static Throwable failureOf(SerializableRunnable task) {
        Throwable thrown = catchThrowable(() -> POOL.submit(task).get(30, TimeUnit.SECONDS));
        assertThat(thrown).isInstanceOf(ExecutionException.class);
        return Objects.requireNonNull(thrown.getCause());
    }

    /** An exception only the worker can load. */
    public static final class UnknownHere extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnknownHere(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** An exception that holds what cannot travel. */
    public static final class WithThread extends RuntimeException {
        private static final long serialVersionUID = 1;

        @SuppressWarnings("serial")
        private final Thread thread = Thread.currentThread();

        public WithThread(String message) {
            super(message);
        }

        Thread thread() {
            return thread;
        }
    }

    /** A result made of what can and what cannot travel. */
    @SuppressWarnings("serial")
    private record Order(String article, Map<String, Object> details) implements Serializable {}

    /** A result that the pool's owner does not want. */
    private record Unwanted(String article) implements Serializable {}

    @Test
    void whatATaskThrowsArrivesAsTheSameClassWithCauseAndFrames() {
        Throwable thrown = failureOf(() -> {
            throw new IllegalStateException("no stock", new IllegalArgumentException("teapot"));
        });
        assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessage("no stock");
        assertThat(thrown).hasCauseInstanceOf(IllegalArgumentException.class).hasRootCauseMessage("teapot");
        assertThat(thrown.getStackTrace()[0].getFileName()).isEqualTo("TaskFaultsTests.java");
    }

    @Test
    void anExceptionThatThisJvmLacksArrivesAsText() {
        Throwable thrown = failureOf(() -> {
            throw new UnknownHere("strange", new IllegalArgumentException("teapot"));
        });
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        RemoteTaskException.class,
                        remote -> assertThat(remote.remoteClassName()).isEqualTo(UnknownHere.class.getName()))
                .hasMessage(UnknownHere.class.getName() + ": strange")
                .hasRootCauseMessage("teapot");
        assertThat(thrown.getStackTrace()[0].getFileName()).isEqualTo("TaskFaultsTests.java");
    }

    @Test
    void anExceptionThatCannotTravelArrivesAllTheSame() {
        assertThat(failureOf(() -> {
                    throw new WithThread("held");
                }))
                .isInstanceOf(WithThread.class)
                .hasMessage("held");
    }

    @Test
    void aStackOverflowFailsItsTaskAlone() {
        assertThat(failureOf(TaskFaultsTests::forever)).isInstanceOf(StackOverflowError.class);
    }

    @SuppressWarnings("InfiniteRecursion")
    private static void forever() {
        forever();
    }

    @Test
    void anUnserializableTaskIsRefusedWithThePathOfFields() {
        Order order = new Order("teapot", Map.of("buyer", List.of("Ann", new Object())));
        SerializableCallable<String> task = order::toString;
        assertThatThrownBy(() -> POOL.submit(task))
                .isInstanceOf(TaskNotSerializableException.class)
                .hasMessageContaining("task.captured[0].details.values[0][1] is of java.lang.Object");
        Callable<String> plain = () -> "plain";
        assertThatThrownBy(() -> POOL.submit(plain))
                .isInstanceOf(TaskNotSerializableException.class)
                .hasMessageContaining("and task is of " + TaskFaultsTests.class.getName() + "$$Lambda");
    }

    @Test
    void anUnserializableInputIsRefused() {
        assertThatThrownBy(() -> POOL.map(Object::toString, List.of("can", new Object()), 2))
                .isInstanceOf(TaskNotSerializableException.class)
                .hasMessageContaining("inputs[1] is of java.lang.Object");
    }

    @Test
    void anUnserializableResultFailsItsTaskWithThePathOfFields() {
        ProcessFuture<Order> future = POOL.submit(() -> new Order("teapot", Map.of("thread", new Object())));
        assertThatThrownBy(() -> future.get(30, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        TaskNotSerializableException.class,
                        thrown -> assertThat(thrown.path()).isEqualTo("result.details.values[0]"));
    }

    @Test
    void whatIsTooLargeIsRefusedOnBothWays() {
        byte[] large = new byte[MOST_BYTES];
        assertThatThrownBy(() -> POOL.submit(() -> large.length))
                .isInstanceOf(FrameTooLargeException.class)
                .hasMessageContaining("more than the 1048576 bytes");
        ProcessFuture<byte[]> future = POOL.submit(() -> new byte[MOST_BYTES]);
        assertThatThrownBy(() -> future.get(30, TimeUnit.SECONDS))
                .hasCauseInstanceOf(FrameTooLargeException.class)
                .hasMessageContaining("more than the 1048576 bytes");
    }

    @Test
    void aResultThatTheOwnersFilterRefusesNeverComesToLife() {
        ProcessFuture<Unwanted> future = POOL.submit(() -> new Unwanted("teapot"));
        assertThatThrownBy(() -> future.get(30, TimeUnit.SECONDS))
                .hasMessageContaining("cannot be unpacked here")
                .hasMessageContaining("filter status: REJECTED");
    }

    @Test
    void aTaskMayCloseSystemInAndPrintWithoutHarm() throws Exception {
        POOL.submit(() -> {
                    System.in.close();
                    System.out.println("printed by a task");
                    return 0;
                })
                .get(30, TimeUnit.SECONDS);
        assertThat(POOL.submit(() -> 1).get(30, TimeUnit.SECONDS)).isEqualTo(1);
        org.awaitility.Awaitility.await()
                .untilAsserted(
                        () -> assertThat(OUTPUT).anyMatch(line -> line.endsWith("/worker-1] printed by a task")));
    }

    @Test
    void aHundredMegabytesOfNoiseArePassedOnInPartAndCounted() throws Exception {
        String line = "x".repeat(1_023);
        POOL.submit(() -> {
                    for (int i = 0; i < 50 << 10; i++) {
                        System.out.println(line);
                        System.err.println(line);
                    }
                })
                .get(50, TimeUnit.SECONDS);
        assertThat(POOL.submit(() -> 1).get(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(OUTPUT.stream().filter(text -> text.endsWith(line)).count()).isBetween(1L, 200L);
    }

    @Test
    void aTaskMayLeaveAThreadBehindWithoutKeepingItsWorkerAlive() throws Exception {
        POOL.submit(() -> {
                    Thread stray = new Thread(Workers::waitForever);
                    stray.setDaemon(false);
                    stray.start();
                })
                .get(30, TimeUnit.SECONDS);
    }

    static void writeIntoThePipe(byte[] garbage) {
        try {
            new FileOutputStream(FileDescriptor.out).write(garbage);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
